// Zoom and pan of the drawn map. What is true to the globe grows (`ta-ground`); marks and names keep their size and move to
// their places, so that they stay readable. views/svgmap.py draws it.
import { all, button, data, make, one, say } from "./page.js";
import { onChange, state } from "./choice.js";

const CLOSEST = 8;
const NEAR = 4; // the zoom at which a stop is shown
const views = [];

export class MapView {
  constructor(svg) {
    this.svg = svg;
    const [, , width, height] = svg.getAttribute("viewBox").split(/[ ,]+/).map(Number);
    Object.assign(this, { width, height, zoom: 1, x: 0, y: 0 });
    this.ground = one(".ta-ground", svg);
    this.stops = all(".ta-stop", svg).map((element) => ({ element, at: moved(element), rest: "" }));
    this.heads = all(".ta-names .ta-head", svg)
      .filter((element) => !element.closest(".ta-far"))
      .map((element) => ({ element, at: moved(element), rest: element.getAttribute("transform").replace(/^translate\([^)]*\)/, "") }));
    this.names = all(".ta-countries text", svg).map((element) => ({ element, at: [Number(element.getAttribute("x")), Number(element.getAttribute("y"))] }));
    this.ends = all(".ta-end", svg).map((element) => {
      const circle = one("circle", element);
      return { element, at: [Number(circle.getAttribute("cx")), Number(circle.getAttribute("cy"))] };
    });
    this.fixed = all(".ta-far, .ta-foot path, .ta-foot text:not(:last-child)", svg);
  }

  show(zoom, x, y) {
    this.zoom = Math.min(CLOSEST, Math.max(1, zoom));
    this.x = Math.min(0, Math.max(this.width * (1 - this.zoom), x));
    this.y = Math.min(0, Math.max(this.height * (1 - this.zoom), y));
    this.draw();
  }

  draw() {
    const { zoom, x, y } = this;
    this.ground.setAttribute("transform", `translate(${x} ${y}) scale(${zoom})`);
    for (const { element, at, rest } of [...this.stops, ...this.heads]) element.setAttribute("transform", `translate(${this.place(at)})${rest}`);
    for (const { element, at } of this.ends) {
      const [left, top] = this.place(at);
      element.setAttribute("transform", `translate(${left - at[0]} ${top - at[1]})`);
    }
    for (const { element, at } of this.names) {
      const [left, top] = this.place(at);
      element.setAttribute("x", left);
      element.setAttribute("y", top);
    }
    for (const element of this.fixed) element.setAttribute("visibility", zoom > 1.001 ? "hidden" : "visible");
    this.thin();
  }

  place([left, top]) {
    return [round(this.x + left * this.zoom), round(this.y + top * this.zoom)];
  }

  // A name gives way to a stop's mark and name, which say more.
  thin() {
    if (!this.svg.getClientRects().length) return;
    const taken = this.stops.flatMap(({ element }) => all(".ta-disc, .ta-label", element)).map((each) => each.getBoundingClientRect());
    for (const { element } of this.names) {
      const box = element.getBoundingClientRect();
      const hit = taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
      element.setAttribute("visibility", hit ? "hidden" : "visible");
    }
  }

  zoomAt(factor, left = this.width / 2, top = this.height / 2) {
    const zoom = Math.min(CLOSEST, Math.max(1, this.zoom * factor));
    const grown = zoom / this.zoom;
    this.show(zoom, left - (left - this.x) * grown, top - (top - this.y) * grown);
  }

  pan(left, top) {
    this.show(this.zoom, this.x + left, this.y + top);
  }

  whole() {
    this.show(1, 0, 0);
  }

  // A stop that is to be seen: the strip test takes away what isn't in the article.
  find(id) {
    const found = this.stops.find(({ element }) => element.dataset.stop === id);
    return found && !(state.strip && found.element.classList.contains("ta-supplied")) ? found : undefined;
  }

  stop(id, zoom = NEAR) {
    const found = this.find(id);
    if (!found) return this.whole();
    return this.show(zoom, this.width / 2 - found.at[0] * zoom, this.height / 2 - found.at[1] * zoom);
  }

  // Brings a stop into the picture, if it is out of it.
  reveal(id) {
    const found = this.find(id);
    if (!found) return;
    const [left, top] = this.place(found.at);
    if (left < 20 || top < 20 || left > this.width - 20 || top > this.height - 20) this.stop(id, this.zoom);
  }

  choose(id) {
    for (const { element } of this.stops) {
      const chosen = element.dataset.stop === id;
      const link = one("a", element);
      if (chosen) link?.setAttribute("aria-current", "true");
      else link?.removeAttribute("aria-current");
      one(".ta-ring", element)?.remove();
      if (chosen) this.ring(element);
    }
    const last = this.stops.find(({ element }) => element.dataset.stop === id);
    if (last && !this.svg.contains(document.activeElement)) last.element.parentNode.append(last.element);
  }

  ring(element) {
    const disc = one(".ta-disc", element);
    const ring = disc.cloneNode();
    for (const name of ["stroke-dasharray", "fill"]) ring.removeAttribute(name);
    ring.setAttribute("class", "ta-ring");
    ring.setAttribute("fill", "none");
    ring.setAttribute("stroke-width", "3");
    ring.setAttribute("r", "17");
    disc.before(ring);
  }

  // From pixels of the screen to those of the picture.
  point(event) {
    const box = this.svg.getBoundingClientRect();
    const scale = this.width / box.width;
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  }
}

function moved(element) {
  const found = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(element.getAttribute("transform"));
  return [Number(found[1]), Number(found[2])];
}

function round(value) {
  return Math.round(value * 100) / 100;
}

// The one that is to be seen: for this width and this view.
function visible() {
  return views.find((view) => view.svg.getClientRects().length) ?? views[0];
}

function drag(box) {
  const fingers = new Map();
  let moving = false;
  box.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, visible().point(event));
    moving = false;
  });
  box.addEventListener("pointermove", (event) => {
    const from = fingers.get(event.pointerId);
    if (!from) return;
    const view = visible();
    const to = view.point(event);
    if (event.pointerType !== "touch" && view.zoom > 1) {
      if (!moving && Math.hypot(to[0] - from[0], to[1] - from[1]) < 4) return;
      moving = true;
      box.setPointerCapture(event.pointerId);
      view.pan(to[0] - from[0], to[1] - from[1]);
    } else if (fingers.size === 2) {
      moving = true;
      const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      const grown = Math.hypot(to[0] - other[0], to[1] - other[1]) / Math.max(1, Math.hypot(from[0] - other[0], from[1] - other[1]));
      view.zoomAt(grown, (to[0] + other[0]) / 2, (to[1] + other[1]) / 2);
      view.pan((to[0] - from[0]) / 2, (to[1] - from[1]) / 2);
    } else return;
    fingers.set(event.pointerId, to);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    box.addEventListener(name, (event) => fingers.delete(event.pointerId));
  }
  // A drag that ends on a stop doesn't choose it.
  box.addEventListener("click", (event) => {
    if (!moving) return;
    moving = false;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  box.addEventListener("wheel", (event) => {
    const view = visible();
    const before = view.zoom;
    view.zoomAt(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.002)), ...view.point(event));
    if (view.zoom !== before) event.preventDefault();
  }, { passive: false });
}

function keys(box) {
  const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  box.addEventListener("keydown", (event) => {
    if (event.target !== box || event.ctrlKey || event.metaKey || event.altKey) return;
    const view = visible();
    if (moves[event.key] && view.zoom > 1) view.pan(...moves[event.key]);
    else if (event.key === "+" || event.key === "=") view.zoomAt(1.5);
    else if (event.key === "-") view.zoomAt(1 / 1.5);
    else if (event.key === "0") view.whole();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

// The pictures of the later view stand by until they are asked for.
function bringLater(frame) {
  for (const sheet of all("template[data-map]", frame)) {
    const made = make("div", { "data-map": sheet.dataset.map }, document.importNode(sheet.content, true));
    sheet.replaceWith(made);
    views.push(new MapView(one("svg", made)));
  }
}

export function maps() {
  const box = one(".ta-maps");
  if (!box) return;
  for (const svg of all("svg.ta-map", box)) views.push(new MapView(svg));
  const frame = make("div", { class: "ta-map-frame", tabindex: "0", role: "group", "aria-label": say("map_keys") });
  box.prepend(frame);
  frame.append(...all(":scope > [data-map]", box));
  const toStop = button(say("fit_stop"), () => visible().stop(state.stop), { class: "ta-button" }, "◎");
  box.append(
    make(
      "div",
      { class: "ta-map-tools" },
      button(say("zoom_in"), () => visible().zoomAt(1.5), { class: "ta-button" }, "+"),
      button(say("zoom_out"), () => visible().zoomAt(1 / 1.5), { class: "ta-button" }, "−"),
      button(say("fit"), () => visible().whole(), { class: "ta-button" }, "⤢"),
      toStop,
    ),
  );
  drag(frame);
  keys(frame);
  onChange((now, before) => {
    if (now.view === "later") bringLater(frame);
    toStop.disabled = !visible()?.find(now.stop);
    if (now.strip && now.strip !== before.strip) for (const view of views) view.whole();
    if (now.stop === before.stop && now.view === before.view) return;
    for (const view of views) {
      view.choose(now.stop);
      view.reveal(now.stop);
    }
  });
}
