// Draws a tour on a Leaflet map that folium made. All text comes in as data and goes into the page by textContent.
// touratlas/views/map.py computes what is drawn and where; this file knows only how to put it on the map.
(function () {
  "use strict";

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

  function style(theme) {
    const sheet = element("style");
    sheet.textContent = `
      html, body { margin: 0; background: ${theme.page}; }
      body > span { display: none; }
      .leaflet-container { height: 100vh !important; background: ${theme.sea}; font: 400 12px/1.35 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: ${theme.ink}; border-radius: 6px; }
      .leaflet-container a { color: ${theme.article}; }
      .leaflet-container:focus-visible { outline: 3px solid ${theme.article}; outline-offset: -3px; }
      .leaflet-bar a { background: ${theme.panel}; color: ${theme.ink}; border-color: ${theme.edge}; width: 44px !important; height: 44px !important; line-height: 44px !important; }
      .ta-narrow .leaflet-control-zoom { display: flex; margin-bottom: 4px; }
      .leaflet-bar a:hover, .leaflet-bar a.leaflet-disabled { background: ${theme.page}; color: ${theme.ink2}; }
      .leaflet-bar a:focus-visible { outline: 3px solid ${theme.article}; outline-offset: 2px; z-index: 2; }
      .leaflet-control-attribution.leaflet-control-attribution { background: ${theme.panel}; color: ${theme.ink2}; font-size: 11px; padding: 1px 6px; }
      .leaflet-tooltip { background: ${theme.panel}; color: ${theme.ink}; border-color: ${theme.edge}; }
      .ta-far, .ta-far svg { position: absolute; left: 0; top: 0; z-index: 650; pointer-events: none; }
      .ta-far svg { margin: -22px; overflow: visible; }
      .ta-far span { position: absolute; box-sizing: border-box; width: max-content; background: ${theme.panel}; color: ${theme.ink}; border: 1px solid ${theme.edge}; border-radius: 4px; padding: 2px 7px; }
      .ta-stop { overflow: visible; }
      .ta-stop:focus { outline: none; }
      .ta-leaders svg, .ta-fan svg { position: absolute; left: 0; top: 0; overflow: visible; pointer-events: none; }
      .ta-disc { position: absolute; left: 0; top: 0; box-sizing: border-box; width: 26px; height: 26px; border-radius: 50%; display: grid; place-items: center;
        font-weight: 700; font-size: 13px; font-variant-numeric: tabular-nums; background: ${theme.panel}; color: ${theme.article}; border: 2px solid ${theme.article}; }
      .ta-reported .ta-disc { background: ${theme.article}; color: ${theme.number}; }
      .ta-possible .ta-disc { border-style: dashed; }
      .ta-stop:focus-visible .ta-disc { outline: 3px solid ${theme.article}; outline-offset: 3px; }
      .ta-chosen .ta-disc { box-shadow: 0 0 0 3px ${theme.panel}, 0 0 0 6px ${theme.article}; }
      .ta-name { position: absolute; white-space: nowrap; font-size: 12px; line-height: 15px; text-align: start;
        text-shadow: 0 0 3px ${theme.land}, 0 0 3px ${theme.land}, 0 0 3px ${theme.land}, 1px 1px 1px ${theme.land}, -1px -1px 1px ${theme.land}; }
      .ta-name b { font-weight: 700; }
      .ta-undated .ta-when { display: none !important; }
      .ta-name .ta-when { color: ${theme.ink2}; display: block; }
      .ta-curated { font-style: italic; }
      .ta-name b.ta-later { color: ${theme.later}; }
      .ta-disc .ta-sign { position: absolute; left: 4px; top: -12px; width: 14px; height: 14px; display: grid; place-items: center; border-radius: 4px;
        background: ${theme.later}; color: ${theme.number}; font-size: 11px; font-weight: 700; line-height: 1; }
      .ta-name .ta-when.ta-later { color: ${theme.later}; }
      .ta-fan { position: absolute; left: 13px; top: 13px; width: 0; height: 0; }
      .ta-fan .ta-dot { position: absolute; box-sizing: border-box; width: 9px; height: 9px; margin: -4.5px; background: ${theme.panel}; border: 2px solid ${theme.article}; transform: rotate(45deg); }
      .ta-fan .ta-dot.ta-later { border-color: ${theme.later}; }
      .ta-fan .ta-venue { position: absolute; white-space: nowrap; line-height: 15px; padding: 0 4px; border-radius: 3px; background: ${theme.panel}; box-shadow: 0 0 0 1px ${theme.edge}; }
      .ta-fan .ta-venue.ta-later { color: ${theme.later}; }
      .ta-country { color: ${theme.ink2}; font-size: 11px; letter-spacing: .02em; white-space: nowrap; transform: translate(-50%, -50%); pointer-events: none; }
      @media (prefers-reduced-motion: reduce) { .leaflet-fade-anim .leaflet-tooltip { transition: none; } }
      @media (forced-colors: active) { .ta-disc { border-color: CanvasText; } }
    `;
    document.head.appendChild(sheet);
  }

  function drawLand(map, data) {
    map.createPane("land").style.zIndex = 200;
    map.createPane("leaders").style.zIndex = 500;
    const theme = data.theme;
    const world = window.TOURATLAS_BASEMAP;
    const renderer = L.canvas({ pane: "land", padding: 0.4 });
    for (const shift of data.turns) {
      const turned = (position) => L.latLng(position[1], position[0] + shift);
      const add = (geometry, look) => L.geoJSON(geometry, { pane: "land", renderer, interactive: false, coordsToLatLng: turned, style: look }).addTo(map);
      add(world.countries, { stroke: false, fillColor: theme.land, fillOpacity: 1 });
      add(world.borders, { color: theme.edge, weight: 0.5, opacity: 0.7, fill: false });
      add(world.coasts, { color: theme.edge, weight: 0.75, fill: false });
    }
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

  function tableOf(map, data) {
    return data.placing[isNarrow(map) ? "narrow" : "wide"];
  }

  function zoomsOf(table) {
    return Object.keys(table).map(Number).sort((one, other) => one - other);
  }

  function arrange(map, data) {
    const table = tableOf(map, data);
    const zoom = map.getZoom();
    const near = (one, other) => Math.abs(one - zoom) - Math.abs(other - zoom);
    const placing = table[String(zoomsOf(table).sort(near)[0])];
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
      const curated = !venue.inArticle && !venue.later;
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
    const frame = map.getContainer().getBoundingClientRect();
    const box = (one) => { const b = one.getBoundingClientRect(); return { left: b.left - frame.left, top: b.top - frame.top, right: b.right - frame.left, bottom: b.bottom - frame.top }; };
    const name = icon.querySelector(".ta-name");
    const venues = [...icon.querySelectorAll(".ta-venue, .ta-dot")].map(box);
    const free = (one, others) => !others.some((other) => meet(one, other));
    if (name.hidden || free(box(name), venues)) return;
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
    const frame = map.getContainer().getBoundingClientRect();
    const boxes = [...map.getContainer().querySelectorAll(".ta-venue")].map((one) => one.getBoundingClientRect());
    const right = Math.max(0, ...boxes.map((box) => box.right + 8 - frame.right));
    const left = Math.max(0, ...boxes.map((box) => frame.left + 8 - box.left));
    const below = Math.max(0, ...boxes.map((box) => box.bottom + 24 - frame.bottom)); // above the attribution
    const above = Math.max(0, ...boxes.map((box) => frame.top + 8 - box.top));
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

  // The same of the map as it is, in px of its container; of all stops, or all but one.
  function markBoxes(map, but) {
    const { placing, shown } = map.touratlas;
    const kept = (list) => list.filter((_, index) => index !== but);
    return boxesAt(kept(shown.stops), { stops: kept(placing.stops), dates: placing.dates }, (at) => map.latLngToContainerPoint(at));
  }

  // What arrows at the edge keep clear of: all of these, venues and the name that they move, buttons and attribution.
  function takenBoxes(map) {
    const frame = map.getContainer().getBoundingClientRect();
    const others = [...map.getContainer().querySelectorAll(".ta-venue, .ta-chosen .ta-name:not([hidden]), .leaflet-control")]
      .map((one) => one.getBoundingClientRect())
      .map((box) => ({ left: box.left - frame.left, top: box.top - frame.top, right: box.right - frame.left, bottom: box.bottom - frame.top }));
    return [...others, ...markBoxes(map)].map((box) => ({ left: box.left - 4, top: box.top - 4, right: box.right + 4, bottom: box.bottom + 4 }));
  }

  function placeFar(map) {
    if (!map.touratlas.far.length || !map.touratlas.placing) return;
    const taken = [...takenBoxes(map), ...legBoxes(map)], size = map.getSize();
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

  // Draws the stops and legs of a view in place of those of another; frame, zoom and focus stay.
  function drawView(map, shown) {
    const focused = document.activeElement?.dataset?.stop;
    map.touratlas.drawn.forEach((layer) => layer.remove());
    map.touratlas.drawn = [];
    map.touratlas.arrows = [];
    map.touratlas.shown = shown;
    map.touratlas.placing = null;
    drawLegs(map, shown);
    drawStops(map, shown);
    drawFar(map, shown);
    if (focused) map.touratlas.markers.find((one) => one.getElement().dataset.stop === focused)?.getElement().focus();
  }

  function fit(map, data) {
    const narrow = isNarrow(map);
    map.getContainer().classList.toggle("ta-narrow", narrow);
    map.zoomControl.setPosition(narrow ? "bottomleft" : "topleft");
    const at = bestFit(map, data, narrow);
    map.setView(at.center, at.zoom, { animate: false });
  }

  // The nearest view in which all marks and labels are whole and none is under the buttons, as far as there is one; or one a little
  // further off that shows more labels. Python says what they take at each zoom.
  function bestFit(map, data, narrow) {
    const table = tableOf(map, data);
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

  // Called once, by the map's own script.
  window.touratlasDraw = function (map, data) {
    map.touratlas = { drawn: [], shown: data, later: false, markers: [], countries: [], arrows: [], leaders: [], placing: null, far: [], fan: { id: "", venues: [] }, data };
    style(data.theme);
    // folium forbids zooming on phones.
    document.querySelectorAll("meta[name=viewport]").forEach((meta) => meta.setAttribute("content", "width=device-width, initial-scale=1"));
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", data.label);
    map.attributionControl.setPrefix(false);
    map.attributionControl.addAttribution(escaped(data.attribution));
    drawLand(map, data);
    drawCountries(map, data);
    drawView(map, data);
    map.on("zoomend", () => settle(map));
    map.on("move", () => placeFar(map));
    let touched = false;
    fit(map, data);
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
    // One finger scrolls the page, two move the map; the wheel zooms only what has the focus.
    if (L.Browser.mobile) map.dragging.disable();
    map.scrollWheelZoom.disable();
    map.on("focus", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
  };

  // Called whenever the choice changes: nothing is drawn again, the focus stays where it is.
  window.touratlasChoose = function (map, choice) {
    const later = Boolean(choice.later);
    if (later !== map.touratlas.later) drawView(map, choice.later || map.touratlas.data);
    map.touratlas.later = later;
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
