// The land under the map, as a Leaflet path on a canvas. Leaflet's own GeoJSON layers project every point anew for every view, which
// takes longer than everything else of the page; here each is projected once, and the canvas moves and scales it.
(function () {
  "use strict";
  const SIDE = 256; // px of the world at zoom 0
  const EDGE = 85.0511287798; // degrees: where Mercator's square ends
  let Land = null; // made when it is asked for: Leaflet may come after this script

  const across = (longitude) => (longitude / 360 + 0.5) * SIDE;
  const down = (latitude) => {
    const sine = Math.sin((Math.max(-EDGE, Math.min(EDGE, latitude)) * Math.PI) / 180);
    return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * SIDE;
  };

  // Lines of positions as one path in px of zoom 0, with the box that it needs.
  function pathOf(lines, closed) {
    const path = new Path2D(), box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const line of lines) {
      line.forEach(([longitude, latitude], index) => {
        const x = across(longitude), y = down(latitude);
        if (index) path.lineTo(x, y);
        else path.moveTo(x, y);
        if (x < box[0]) box[0] = x;
        if (y < box[1]) box[1] = y;
        if (x > box[2]) box[2] = x;
        if (y > box[3]) box[3] = y;
      });
      if (closed) path.closePath();
    }
    return { path, box };
  }

  const made = () => L.Path.extend({
    // `world` as basemap-50m.js leaves it, `turns` in degrees, `looks` of countries, borders and coasts as the canvas has them.
    initialize(world, turns, looks, options) {
      L.setOptions(this, { interactive: false, ...options });
      this._turns = turns.map((turn) => (turn / 360) * SIDE);
      this._parts = [
        { look: looks.countries, shapes: world.countries.features.flatMap(({ geometry }) => geometry.coordinates.map((polygon) => pathOf(polygon, true))) },
        { look: looks.borders, shapes: world.borders.coordinates.map((line) => pathOf([line], false)) },
        { look: looks.coasts, shapes: world.coasts.coordinates.map((line) => pathOf([line], false)) },
      ];
    },
    _project() {
      this._pxBounds = L.bounds([-1e9, -1e9], [1e9, 1e9]); // everywhere: it is always to be drawn
    },
    _update() {
      this._updatePath();
    },
    // Leaflet's canvas has its origin at the layers' pixel origin when it asks for this.
    _updatePath() {
      const { _ctx: ink, _bounds: bounds } = this._renderer;
      const scale = this._map.getZoomScale(this._map.getZoom(), 0), origin = this._map.getPixelOrigin();
      const view = [bounds.min.add(origin).divideBy(scale), bounds.max.add(origin).divideBy(scale)];
      for (const turn of this._turns) {
        ink.save();
        ink.translate(-origin.x, -origin.y);
        ink.scale(scale, scale);
        ink.translate(turn, 0);
        for (const { look, shapes } of this._parts) this._paint(ink, look, scale, shapes.filter(({ box }) => box[0] + turn < view[1].x && box[2] + turn > view[0].x && box[1] < view[1].y && box[3] > view[0].y));
        ink.restore();
      }
    },
    _paint(ink, { fill, stroke, width, opacity }, scale, shapes) {
      ink.globalAlpha = opacity ?? 1;
      ink.fillStyle = fill;
      ink.strokeStyle = stroke;
      ink.lineWidth = width / scale;
      ink.lineJoin = ink.lineCap = "round";
      for (const { path } of shapes) {
        if (fill) ink.fill(path, "evenodd");
        else ink.stroke(path);
      }
    },
  });

  window.touratlasLand = (world, turns, looks, options) => new (Land ??= made())(world, turns, looks, options);
})();
