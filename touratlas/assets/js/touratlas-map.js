// Draws a tour on a Leaflet map that folium made. All text comes in as data and goes into the page by textContent.
// touratlas/views/map.py computes what is drawn and where; this file knows only how to put it on the map.
(function () {
  "use strict";
  let frame = null; // of touratlas-frame.js, known when the map is drawn: scripts come in any order

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // An SVG element with its attributes and children. Text never goes in this way.
  function drawing(name, attributes, ...children) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function picture(size, ...children) {
    return drawing("svg", { width: size, height: size, viewBox: `${-size / 2} ${-size / 2} ${size} ${size}`, "aria-hidden": "true" }, ...children);
  }

  function escaped(text) {
    const holder = element("span", "", text);
    return holder.innerHTML.replace(/"/g, "&quot;");
  }

  function drawLand(map, data) {
    map.createPane("land").style.zIndex = 200;
    map.createPane("leaders").style.zIndex = 500;
    const theme = data.theme;
    const looks = {
      countries: { fill: theme.land },
      borders: { stroke: theme.edge, width: 0.5, opacity: 0.7 },
      coasts: { stroke: theme.edge, width: 0.75 },
    };
    const renderer = L.canvas({ pane: "land", padding: 0.4 });
    window.touratlasLand(window.TOURATLAS_BASEMAP, data.turns, looks, { pane: "land", renderer }).addTo(map);
  }

  function drawCountries(map, data) {
    map.touratlas.countries = data.countries.map((country) => {
      const name = element("div", "ta-country", country.name);
      name.dir = "auto";
      const icon = L.divIcon({ className: "", html: name, iconSize: [0, 0] });
      L.marker(country.at, { interactive: false, keyboard: false, icon, zIndexOffset: -1000 }).addTo(map);
      return name;
    });
  }

  function drawLegs(map, data) {
    const theme = map.touratlas.data.theme;
    for (const leg of data.legs) {
      const keep = (layer) => { map.touratlas.drawn.push(layer); return layer.addTo(map); };
      const color = leg.later ? theme.later : theme.article;
      const look = { color, weight: 2, opacity: 1, interactive: false, smoothFactor: 0, dashArray: leg.dashed ? "6 5" : null };
      keep(L.polyline(leg.path, look));
      const arrow = picture(14, drawing("path", { d: "M0,-6 L5,5 L0,2.5 L-5,5 Z", fill: color, stroke: theme.land, transform: `rotate(${Number(leg.angle)})` }));
      const icon = L.divIcon({ className: "", html: arrow, iconSize: [14, 14] });
      keep(L.marker(leg.middle, { interactive: false, keyboard: false, icon }));
      map.touratlas.arrows.push({ arrow, ends: [leg.path[0], leg.path[leg.path.length - 1]] });
    }
  }

  // Where an element is, in px of the map's container.
  function boxOf(map, one) {
    const whole = map.getContainer().getBoundingClientRect(), box = one.getBoundingClientRect();
    return { left: box.left - whole.left, top: box.top - whole.top, right: box.right - whole.left, bottom: box.bottom - whole.top };
  }

  function stopIcon(stop) {
    const box = element("div");
    const disc = element("div", "ta-disc", String(stop.number));
    const name = element("div", "ta-name");
    const first = element("span");
    first.dir = "auto";
    const strong = element("b", stop.later ? "ta-later" : stop.curated ? "ta-curated" : "", stop.name + (stop.curated ? "*" : ""));
    first.appendChild(strong);
    name.appendChild(first);
    if (stop.when) name.appendChild(element("span", "ta-when" + (stop.whenLater ? " ta-later" : stop.whenCurated ? " ta-curated" : ""), stop.when + (stop.whenCurated ? "*" : "")));
    box.appendChild(disc);
    box.appendChild(name);
    if (stop.sign) disc.appendChild(element("span", "ta-sign", stop.sign));
    return L.divIcon({ className: `ta-stop ta-${stop.status}`, html: box, iconSize: [26, 26], iconAnchor: [13, 13] });
  }

  function isNarrow(map) {
    return map.getSize().x < 480;
  }

  function arrange(map, data) {
    const placing = frame.placingAt(data.placing[isNarrow(map) ? "narrow" : "wide"], map.getZoom());
    map.touratlas.placing = placing;
    map.getContainer().classList.toggle("ta-undated", !placing.dates);
    map.touratlas.countries.forEach((name, index) => { name.hidden = !placing.countries[index]; });
    for (const { arrow, ends } of map.touratlas.arrows) {
      const [from, to] = ends.map((end) => map.latLngToContainerPoint(end));
      arrow.style.display = from.distanceTo(to) < 64 ? "none" : "";
    }
    placing.stops.forEach((spot, index) => {
      const icon = map.touratlas.markers[index]._icon;
      if (!icon) return;
      const [dx, dy, left, top, shown] = spot;
      icon.querySelector(".ta-disc").style.transform = `translate(${dx}px, ${dy}px)`;
      const name = icon.querySelector(".ta-name");
      name.style.left = `${left + 13}px`;
      name.style.top = `${top + 13}px`;
      name.style.width = `${spot[5]}px`;
      name.style.textAlign = spot[6];
      name.hidden = !shown;
      drawLeaders(map, map.touratlas.leaders[index], spot, placing.leaders[index]);
    });
  }

  // From a mark to its true point, where it was moved away from it, and to its label, where that stands apart.
  function drawLeaders(map, marker, [dx, dy], leader) {
    const theme = map.touratlas.data.theme;
    const lines = [];
    if (Math.hypot(dx, dy) > 2) {
      lines.push(drawing("line", { x1: 0, y1: 0, x2: dx, y2: dy, stroke: theme.article, "stroke-width": 1.5 }));
      lines.push(drawing("circle", { r: 2.5, fill: theme.article }));
    }
    if (leader.length) {
      const [x1, y1, x2, y2] = leader;
      for (const look of [{ stroke: theme.land, "stroke-width": 3 }, { stroke: theme.ink2, "stroke-width": 1 }]) lines.push(drawing("line", { class: "ta-lead", x1, y1, x2, y2, ...look }));
    }
    marker._icon.firstChild.replaceChildren(...lines);
  }

  function drawStops(map, data) {
    map.touratlas.leaders = data.stops.map((stop) => {
      const icon = L.divIcon({ className: "ta-leaders", html: picture(2), iconSize: [2, 2] });
      const marker = L.marker(stop.at, { icon, pane: "leaders", interactive: false, keyboard: false }).addTo(map);
      map.touratlas.drawn.push(marker);
      return marker;
    });
    map.touratlas.markers = data.stops.map((stop) => {
      const marker = L.marker(stop.at, { icon: stopIcon(stop), keyboard: true, riseOnHover: true, zIndexOffset: 100 });
      // streamlit-folium hands back the tooltip's text: the hidden id travels in it.
      marker.bindTooltip(`${escaped(stop.tip)}<span hidden>|${escaped(stop.id)}</span>`, { direction: "top", offset: [0, -12] });
      marker.addTo(map);
      map.touratlas.drawn.push(marker);
      const icon = marker.getElement();
      icon.setAttribute("role", "button");
      icon.setAttribute("aria-label", stop.label);
      icon.setAttribute("aria-pressed", "false");
      icon.dataset.stop = stop.id;
      icon.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        marker.fire("click", { latlng: marker.getLatLng(), sourceTarget: marker, target: marker });
      });
      marker.on("click", () => paint(map, stop.id));
      return marker;
    });
  }

  // The venues of the chosen stop, around its mark and in front of everything.
  function fan(map, id, venues) {
    map.getContainer().querySelectorAll(".ta-fan").forEach((old) => old.remove());
    const marker = map.touratlas.markers.find((one) => one.getElement().dataset.stop === id);
    if (!marker || !venues.length || isNarrow(map)) return; // on a phone the agenda tells the places
    const icon = marker.getElement();
    const box = element("div", "ta-fan");
    box.style.transform = icon.querySelector(".ta-disc").style.transform;
    const theme = map.touratlas.data.theme;
    const leaders = picture(1);
    box.appendChild(leaders);
    for (const venue of venues) {
      const away = Math.hypot(venue.dx, venue.dy);
      const from = { x1: (venue.dx / away) * 16, y1: (venue.dy / away) * 16 };
      leaders.appendChild(drawing("line", { ...from, x2: venue.dx, y2: venue.dy, stroke: venue.later ? theme.later : theme.article, "stroke-width": 1.25 }));
      const dot = element("span", "ta-dot" + (venue.later ? " ta-later" : ""));
      dot.style.left = `${venue.dx}px`;
      dot.style.top = `${venue.dy}px`;
      box.appendChild(dot);
      const curated = !venue.in_article && !venue.later;
      const text = element("span", "ta-venue" + (venue.later ? " ta-later" : curated ? " ta-curated" : ""), venue.text + (curated ? "*" : ""));
      text.dir = "auto";
      text.style[venue.side === "E" ? "left" : "right"] = `${Math.abs(venue.dx) + 9}px`;
      text.style.top = `${venue.dy - 7.5}px`;
      box.appendChild(text);
    }
    icon.appendChild(box);
    moveName(map, icon, marker);
  }

  // The name of the stop whose venues are shown goes where they leave it a place: beside, above or below its mark.
  function moveName(map, icon, marker) {
    const name = icon.querySelector(".ta-name");
    const venues = [...icon.querySelectorAll(".ta-venue, .ta-dot")].map((one) => boxOf(map, one));
    const free = (one, others) => !others.some((other) => frame.meet(one, other));
    if (name.hidden || free(boxOf(map, name), venues)) return;
    const index = map.touratlas.markers.indexOf(marker);
    const others = [...venues, ...markBoxes(map, index)];
    const [dx, dy] = map.touratlas.placing.stops[index];
    const middle = map.latLngToContainerPoint(marker.getLatLng()).add([dx, dy]);
    const [wide, high] = [name.offsetWidth, name.offsetHeight];
    const above = icon.querySelector(".ta-sign") ? 29 : 19;
    const places = [[19, -high / 2, "left"], [-19 - wide, -high / 2, "right"], [-wide / 2, -above - high, "center"], [-wide / 2, 19, "center"], [14, -13 - high, "left"], [14, 13, "left"], [-14 - wide, -13 - high, "right"], [-14 - wide, 13, "right"]];
    const at = (place) => ({ left: middle.x + place[0], top: middle.y + place[1], right: middle.x + place[0] + wide, bottom: middle.y + place[1] + high });
    const best = places.find((place) => free(at(place), others)) || places.find((place) => free(at(place), venues)) || places[2];
    name.style.left = `${13 + dx + best[0]}px`;
    name.style.top = `${13 + dy + best[1]}px`;
    name.style.textAlign = best[2];
    map.touratlas.leaders[index].getElement().firstChild.querySelectorAll(".ta-lead").forEach((line) => line.remove());
  }

  // Moves the map just as far as the texts of a new fan stick out of it.
  function uncover(map) {
    const boxes = [...map.getContainer().querySelectorAll(".ta-venue")].map((one) => boxOf(map, one));
    const size = map.getSize();
    const right = Math.max(0, ...boxes.map((box) => box.right + 8 - size.x));
    const left = Math.max(0, ...boxes.map((box) => 8 - box.left));
    const below = Math.max(0, ...boxes.map((box) => box.bottom + 24 - size.y)); // above the attribution
    const above = Math.max(0, ...boxes.map((box) => 8 - box.top));
    if (right !== left || below !== above) map.panBy([right || -left, below || -above], { animate: false });
  }

  // Arrows to ends far outside: an arrow with the dash of its leg, and its text. They stand before the marks in the order of reading.
  function drawFar(map, data) {
    const theme = map.touratlas.data.theme;
    map.touratlas.far.forEach(({ box }) => box.remove());
    map.touratlas.far = data.far.map((arrow) => {
      const box = element("div", "ta-far");
      const shaft = { d: "M0,22 L0,-14", fill: "none", "stroke-dasharray": arrow.dashed ? "6 5" : "none" };
      const head = { d: "M0,-22 L7,-7 L0,-11 L-7,-7 Z", "stroke-linejoin": "round" };
      const pair = (look) => drawing("g", { transform: `rotate(${Number(arrow.turn)})` }, drawing("path", { ...shaft, ...look }), drawing("path", { ...head, ...look, fill: look.stroke }));
      const icon = picture(44, pair({ stroke: theme.land, "stroke-width": 6 }), pair({ stroke: arrow.later ? theme.later : theme.article, "stroke-width": 2 }));
      const text = element("span", "", arrow.text);
      text.dir = "auto";
      box.append(icon, text);
      map.getContainer().insertBefore(box, map.getContainer().firstChild);
      return { arrow, box, icon, text };
    });
  }

  // The lines of the legs as a chain of small boxes in the container, where they are in view.
  function legBoxes(map) {
    const size = map.getSize(), boxes = [];
    for (const leg of map.touratlas.shown.legs) {
      const path = leg.path.map((at) => map.latLngToContainerPoint(at));
      for (let at = 1; at < path.length; at += 1) {
        const step = path[at].subtract(path[at - 1]);
        const pieces = Math.min(200, Math.ceil(Math.max(Math.abs(step.x), Math.abs(step.y)) / 8));
        for (let piece = 0; piece < pieces; piece += 1) {
          const { x, y } = path[at - 1].add(step.multiplyBy(piece / pieces));
          if (x > 0 && y > 0 && x < size.x && y < size.y) boxes.push({ left: x - 4, top: y - 4, right: x + 4, bottom: y + 4, line: true });
        }
      }
    }
    return boxes;
  }

  // The same of the map as it is, in px of its container; of all stops, or all but one.
  function markBoxes(map, but) {
    const { placing, shown } = map.touratlas;
    const kept = (list) => list.filter((_, index) => index !== but);
    return frame.boxes(kept(shown.stops), { stops: kept(placing.stops), dates: placing.dates }, (at) => map.latLngToContainerPoint(at));
  }

  // What arrows at the edge keep clear of: all of these, venues and the name that they move, buttons and attribution.
  function takenBoxes(map) {
    const others = [...map.getContainer().querySelectorAll(".ta-venue, .ta-chosen .ta-name:not([hidden]), .leaflet-control")].map((one) => boxOf(map, one));
    return [...others, ...markBoxes(map)].map((box) => ({ left: box.left - 4, top: box.top - 4, right: box.right + 4, bottom: box.bottom + 4 }));
  }

  function placeFar(map) {
    const size = map.getSize();
    if (!map.touratlas.far.length || !map.touratlas.placing || !size.x || !size.y) return; // a frame that goes has no size
    const taken = [...takenBoxes(map), ...legBoxes(map)];
    for (const { arrow, icon, text } of map.touratlas.far) {
      text.style.maxWidth = `${Math.min(280, size.x * 0.7)}px`;
      const [stop, end] = [arrow.stop, arrow.end].map((at) => map.latLngToContainerPoint(at));
      const place = window.touratlasEdge(arrow, stop, end, size, { width: text.offsetWidth, height: text.offsetHeight }, taken);
      icon.style.transform = `translate(${place.spot.x}px, ${place.spot.y}px)`;
      text.style.transform = `translate(${place.box.left}px, ${place.box.top}px)`;
      taken.push(place.own, place.box);
    }
  }

  function settle(map) {
    arrange(map, map.touratlas.shown);
    fan(map, map.touratlas.fan.id, map.touratlas.fan.venues);
    placeFar(map);
  }

  function paint(map, id) {
    for (const marker of map.touratlas.markers) {
      const icon = marker.getElement();
      const chosen = icon.dataset.stop === id;
      icon.classList.toggle("ta-chosen", chosen);
      icon.setAttribute("aria-pressed", String(chosen));
      marker.setZIndexOffset(chosen ? 500 : 100);
    }
  }

  // What the strip test takes away fades before the reader's eyes, unless they asked for less motion; nobody can press it.
  function vanish(layer) {
    const one = layer.getElement?.();
    if (!one || matchMedia("(prefers-reduced-motion: reduce)").matches) return layer.remove();
    one.inert = true;
    one.setAttribute("aria-hidden", "true");
    one.removeAttribute("aria-label");
    one.classList.remove("ta-stop");
    one.classList.add("ta-going");
    return setTimeout(() => layer.remove(), 700);
  }

  // Draws the stops and legs of a view in place of those of another; frame, zoom and focus stay.
  function drawView(map, shown, vanishing = false) {
    const focused = document.activeElement?.dataset?.stop;
    map.touratlas.drawn.forEach(vanishing ? vanish : (layer) => layer.remove());
    map.touratlas.drawn = [];
    map.touratlas.arrows = [];
    map.touratlas.shown = shown;
    map.touratlas.placing = null;
    map.getContainer().setAttribute("aria-label", shown.label || map.touratlas.data.label);
    drawLegs(map, shown);
    drawStops(map, shown);
    drawFar(map, shown);
    if (focused) map.touratlas.markers.find((one) => one.getElement().dataset.stop === focused)?.getElement().focus();
  }

  // The land follows every new view, point by point: the same view is not set twice.
  function fit(map, data) {
    const size = String(map.getSize());
    if (size === map.touratlas.fitted) return;
    map.touratlas.fitted = size;
    const narrow = isNarrow(map);
    map.getContainer().classList.toggle("ta-narrow", narrow);
    map.zoomControl.setPosition(narrow ? "bottomleft" : "topleft");
    const at = frame.start(map, data, narrow);
    map.setView(at.center, at.zoom, { animate: false });
  }

  // Called once, by the map's own script.
  window.touratlasDraw = function (map, data) {
    map.touratlas = { drawn: [], shown: data, name: "", markers: [], countries: [], arrows: [], leaders: [], placing: null, fitted: "", far: [], fan: { id: "", venues: [] }, data };
    frame = window.touratlasFrame;
    const sheet = document.head.appendChild(element("style"));
    sheet.textContent = window.touratlasStyle(data.theme);
    // folium forbids zooming on phones.
    document.querySelectorAll("meta[name=viewport]").forEach((meta) => meta.setAttribute("content", "width=device-width, initial-scale=1"));
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", data.label);
    map.attributionControl.setPrefix(false);
    map.attributionControl.addAttribution(escaped(data.attribution));
    fit(map, data);
    drawLand(map, data);
    drawCountries(map, data);
    drawView(map, data);
    map.on("zoomend", () => settle(map));
    map.on("move", () => placeFar(map));
    let touched = false;
    settle(map);
    map.on("zoomstart dragstart", (event) => { if (!event.target.touratlas.fitting) touched = true; });
    new ResizeObserver(() => {
      map.touratlas.fitting = true;
      map.invalidateSize({ animate: false });
      if (!touched) fit(map, data);
      map.touratlas.fitting = false;
      settle(map);
      if (!touched) uncover(map);
    }).observe(map.getContainer());
    // Leaflet's style may come after the first drawing: then buttons and attribution get their size, and their place.
    const late = new ResizeObserver(() => placeFar(map));
    map.getContainer().querySelectorAll(".leaflet-control").forEach((one) => late.observe(one));
    keepScrolling(map);
  };

  // One finger scrolls the page (Leaflet never hears of it, and the style leaves the move to the browser), two move and zoom the
  // map; the mouse drags it. The wheel zooms only while the focus is on the map or on something in it.
  function keepScrolling(map) {
    const container = map.getContainer();
    const alone = (event) => { if (event.touches.length < 2) event.stopPropagation(); };
    container.addEventListener("touchstart", alone, { capture: true, passive: true });
    // Leaflet takes the focus at a press; the page must not move under the finger then, or the press would hit something else.
    container.focus = () => HTMLElement.prototype.focus.call(container, { preventScroll: true });
    map.scrollWheelZoom.disable();
    container.addEventListener("focusin", () => map.scrollWheelZoom.enable());
    container.addEventListener("focusout", (event) => { if (!container.contains(event.relatedTarget)) map.scrollWheelZoom.disable(); });
  }

  // Called whenever the choice changes: nothing is drawn again, the focus stays where it is.
  window.touratlasChoose = function (map, choice) {
    const name = choice.strip ? "strip" : choice.later ? "later" : "";
    if (name !== map.touratlas.name) drawView(map, choice.strip || choice.later || map.touratlas.data, name === "strip");
    map.touratlas.name = name;
    paint(map, choice.stop);
    const fresh = map.touratlas.fan.id !== choice.stop || map.touratlas.fan.venues.length !== choice.venues.length;
    map.touratlas.fan = { id: choice.stop, venues: choice.venues };
    settle(map);
    if (fresh) uncover(map);
    const marker = map.touratlas.markers.find((one) => one.getElement().dataset.stop === choice.stop);
    if (marker && !map.getBounds().contains(marker.getLatLng())) map.panTo(marker.getLatLng(), { animate: false });
    return L.layerGroup();
  };
})();
