function touratlasBasemap(data) {
  // Makes GeoJSON of the compact basemap that build_static.py writes behind this function. An arc is a flat list of whole
  // numbers: a first position in steps of a grid, then the differences to each following one. A ring is a list of arcs by
  // number, ~n being arc n backwards. An arc of two polygons is a border, an arc of one a coast, unless it lies on the frame.
  "use strict";
  var uses = new Array(data.arcs.length).fill(0);
  var frame = new Set(data.frame);

  var arcs = data.arcs.map(function (steps) {
    var line = [], x = 0, y = 0;
    for (var i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      line.push([x * data.scale[0] + data.translate[0], y * data.scale[1] + data.translate[1]]);
    }
    return line;
  });

  function ring(indices) {
    var joined = [];
    indices.forEach(function (index) {
      var backwards = index < 0, number = backwards ? ~index : index;
      var line = backwards ? arcs[number].slice().reverse() : arcs[number];
      uses[number] += 1;
      for (var i = joined.length ? 1 : 0; i < line.length; i += 1) joined.push(line[i]);
    });
    return joined;
  }

  var features = data.territories.map(function (territory) {
    return {
      type: "Feature",
      properties: { code: territory[0] },
      geometry: {
        type: "MultiPolygon",
        coordinates: territory[1].map(function (polygon) { return polygon.map(ring); })
      }
    };
  });

  function lines(count) {
    return {
      type: "MultiLineString",
      coordinates: arcs.filter(function (line, number) { return uses[number] === count && !frame.has(number); })
    };
  }

  return {
    countries: { type: "FeatureCollection", features: features },
    coasts: lines(1),
    borders: lines(2)
  };
}
