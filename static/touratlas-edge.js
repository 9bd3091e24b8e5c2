// The arrows at the map's edge, for an origin or a return far outside: Python gives their text and direction, this file finds
// where the edge is just now, and a place there that is free. All positions are pixels of the map's container.
(function () {
  "use strict";
  const HALF = 22; // of an arrow's length
  const GAP = 6; // between an arrow and its text, and around both
  const STEP = 12; // by which an arrow moves along the edge where its true place is taken

  const limited = (value, low, high) => Math.max(low, Math.min(high, value));
  const around = (x, y, halfWidth, halfHeight) => ({ left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight });

  function shared(one, other) {
    const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return wide > 0 && high > 0 ? wide * high : 0;
  }

  // Where the way from the stop to the far end leaves the frame; the far end itself where it is in view. A stop out of view
  // is taken from the nearest point of the frame.
  function leaving(arrow, stop, end, frame) {
    const x = limited(stop.x, frame.left, frame.right), y = limited(stop.y, frame.top, frame.bottom);
    if (x === stop.x && y === stop.y && end.x >= frame.left && end.x <= frame.right && end.y >= frame.top && end.y <= frame.bottom) return end;
    const angle = (arrow.angle * Math.PI) / 180;
    const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
    const reach = (from, step, low, high) => (Math.abs(step) < 1e-9 ? Infinity : ((step > 0 ? high : low) - from) / step);
    const away = Math.min(reach(x, dx, frame.left, frame.right), reach(y, dy, frame.top, frame.bottom));
    return { x: x + dx * away, y: y + dy * away };
  }

  // Boxes of the text beside an arrow, the one towards the map's middle first.
  function beside(spot, own, text, middle) {
    const [wide, high] = [text.width / 2, text.height / 2];
    const [x, y] = [(own.right - own.left) / 2 + GAP + wide, (own.bottom - own.top) / 2 + GAP + high];
    const right = around(spot.x + x, spot.y, wide, high), left = around(spot.x - x, spot.y, wide, high);
    const below = around(spot.x, spot.y + y, wide, high), above = around(spot.x, spot.y - y, wide, high);
    return [...(spot.x < middle.x ? [right, left] : [left, right]), ...(spot.y < middle.y ? [below, above] : [above, below])];
  }

  function inside(box, size) {
    const dx = Math.max(0, GAP - box.left) || Math.min(0, size.x - GAP - box.right);
    const dy = Math.max(0, GAP - box.top) || Math.min(0, size.y - GAP - box.bottom);
    return { left: box.left + dx, top: box.top + dy, right: box.right + dx, bottom: box.bottom + dy };
  }

  // A free place near the true one, along the edge that it is on. A line is covered rather than that the arrow stands far off;
  // anything else only where there is no free place at all.
  window.touratlasEdge = function (arrow, stop, end, size, text, taken) {
    const border = HALF + GAP;
    const frame = { left: border, top: border, right: Math.max(border, size.x - border), bottom: Math.max(border, size.y - border) };
    const true_ = leaving(arrow, stop, end, frame);
    const upright = Math.abs(true_.x - frame.left) < 1 || Math.abs(true_.x - frame.right) < 1;
    const middle = { x: size.x / 2, y: size.y / 2 };
    const angle = (arrow.turn * Math.PI) / 180;
    const halves = [Math.abs(Math.sin(angle)) * HALF + 4, Math.abs(Math.cos(angle)) * HALF + 4];
    let best = null;
    for (let away = 0; away * STEP < Math.max(size.x, size.y) && !(best && best.cost <= away * STEP * 4); away += 1) {
      for (const sign of away ? [-1, 1] : [1]) {
        const shift = sign * away * STEP;
        const spot = upright
          ? { x: true_.x, y: limited(true_.y + shift, frame.top, frame.bottom) }
          : { x: limited(true_.x + shift, frame.left, frame.right), y: true_.y };
        const own = around(spot.x, spot.y, ...halves);
        for (const one of beside(spot, own, text, middle)) {
          const box = inside(one, size);
          const covered = shared(own, box) * 100 + taken.reduce((sum, other) => sum + (shared(own, other) + shared(box, other)) * (other.line ? 1 : 100), 0);
          const cost = covered + Math.abs(shift) * 4;
          if (best === null || cost < best.cost) best = { spot, box, own, cost };
        }
      }
    }
    return best;
  };
})();
