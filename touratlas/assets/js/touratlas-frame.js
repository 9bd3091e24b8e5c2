// Where a map shows what: from what Python placed at each zoom, the boxes that marks and labels take, and the view to start with.
(function () {
  "use strict";

  function meet(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }

  // Marks, signs and labels as boxes, from where Python placed them; `point` says where a place is.
  function boxesAt(stops, { stops: spots, dates }, point) {
    return stops.flatMap((stop, index) => {
      const { x, y } = point(stop.at);
      const [dx, dy, left, top, shown, width] = spots[index];
      const mark = { left: x + dx - 13, top: y + dy - (stop.sign ? 23 : 13), right: x + dx + 13, bottom: y + dy + 13 };
      const name = { left: x + left, top: y + top, right: x + left + width, bottom: y + top + (dates && stop.when ? 32 : 16) };
      return shown ? [mark, name] : [mark];
    });
  }

  function zoomsOf(table) {
    return Object.keys(table).map(Number).sort((one, other) => one - other);
  }

  // What Python placed at the zoom that is nearest.
  function placingAt(table, zoom) {
    const away = (one) => Math.abs(one - zoom);
    return table[String(zoomsOf(table).reduce((best, one) => (away(one) < away(best) ? one : best)))];
  }

  // The nearest view in which all marks and labels are whole and none is under the buttons, as far as there is one; or one a little
  // further off that shows more labels. Python says what they take at each zoom.
  function start(map, data, narrow) {
    const table = data.placing[narrow ? "narrow" : "wide"];
    const views = zoomsOf(table).filter((one) => one <= 6).reverse().map((zoom) => bestAt(map, data, zoom, table[String(zoom)], narrow));
    const least = Math.min(...views.map((view) => view.cut));
    const whole = views.filter((view) => view.cut === least);
    const near = whole.filter((view) => view.zoom >= whole[0].zoom - 0.5);
    const best = near.reduce((one, other) => (other.told > one.told ? other : one));
    return { zoom: best.zoom, center: map.unproject(best.middle, best.zoom) };
  }

  // At one zoom: in the middle, or moved aside as far as that frees the buttons.
  function bestAt(map, data, zoom, placing, narrow) {
    const size = map.getSize(), origin = map.project([0, 0], zoom);
    const room = { left: 10, top: 22, right: size.x - 10, bottom: size.y - 24 }; // above, for the signs of the later view
    const buttons = narrow ? { left: 0, top: size.y - 66, right: 110, bottom: size.y } : { left: 0, top: 0, right: 66, bottom: 112 };
    const [left, top, right, bottom] = placing.box;
    const spare = { x: (room.right - room.left - (right - left)) / 2, y: (room.bottom - room.top - (bottom - top)) / 2 };
    const aside = [0, 0.5, 1, -0.5, -1].flatMap((x) => [0, narrow ? -1 : 1].map((y) => [x * Math.max(0, spare.x), y * Math.max(0, spare.y)]));
    const views = aside.map(([x, y]) => {
      const corner = origin.add([left - room.left - spare.x - x, top - room.top - spare.y - y]);
      const covered = boxesAt(data.stops, placing, (at) => map.project(at, zoom).subtract(corner)).filter((box) => meet(box, buttons)).length;
      return { middle: corner.add(size.divideBy(2)), covered };
    });
    const { middle, covered } = views.reduce((one, other) => (other.covered < one.covered ? other : one));
    const told = placing.stops.filter((spot) => spot[4]).length + (placing.dates ? 0.5 : 0);
    return { zoom, middle, told, cut: Math.max(0, -spare.x) + Math.max(0, -spare.y) + 100 * covered };
  }

  window.touratlasFrame = { meet, boxes: boxesAt, placingAt, start };
})();
