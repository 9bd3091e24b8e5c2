// The timeline: it marks what is chosen, and in a long tour it shows the days around it.
import { all, forgetLinks, linksTo, markCurrent, one } from "./page.js";
import { eventOf, onChange } from "./choice.js";

let shown = "";
let drawn = "article";
const marked = [];

function mark(now) {
  const frame = one(".ta-t-chart .ta-t-frame");
  const onGrid = now.event && frame ? all(`[data-go-event="${CSS.escape(now.event)}"]`, frame) : [];
  const chosen = [...new Set([...onGrid, ...(now.event ? linksTo(now.event) : [])])];
  const row = now.stop && frame ? one(`.ta-t-name [data-go="${CSS.escape(now.stop)}"]`, frame) : null;
  markCurrent(marked, [...chosen, row]);
  if (chosen.length) reveal(chosen[0]);
}

// Brings what is marked into sight, within the column that stays in place and nowhere else.
function reveal(element) {
  const side = one(".ta-side");
  if (side.scrollHeight <= side.clientHeight + 1) return;
  const box = element.getBoundingClientRect();
  const frame = side.getBoundingClientRect();
  if (box.height === 0) return;
  if (box.bottom > frame.bottom - 8) side.scrollTop += box.bottom - frame.bottom + 40;
  else if (box.top < frame.top + 8) side.scrollTop -= frame.top - box.top + 40;
}

// The grid of other days, made beforehand; here it takes the place of the one that is shown.
function turn(now) {
  const stop = now.stop ? document.getElementById(`stop=${now.stop}`) : null;
  const first = now.event || (stop && one(".ta-event", stop)?.dataset.event);
  const key = eventOf(first)?.[4];
  if (!key || `${now.view} ${key}` === shown) return;
  const sheet = one(`template[data-days="${CSS.escape(key)}"][data-of="${now.view}"]`);
  const frame = one(".ta-t-chart .ta-t-frame");
  const next = sheet && one(".ta-t-frame", sheet.content);
  if (!next || !frame) return;
  shown = `${now.view} ${key}`;
  frame.replaceWith(document.importNode(next, true));
  const title = one(".ta-t-chart > .ta-t-title");
  if (title) title.textContent = sheet.dataset.title;
  for (const tile of all("[data-tile]")) tile.classList.toggle("ta-tile-now", eventOf(tile.dataset.goEvent)?.[4] === key);
}

// Timeline and legend of the other view take the places of those that are shown.
const sides = {};

function swap(view) {
  const parts = [one(".ta-time"), one(".ta-legend")];
  const sheet = one("template[data-side]");
  if (!sheet) return;
  sides.article ??= parts;
  sides.later ??= [".ta-time", ".ta-legend"].map((selector) => document.importNode(one(selector, sheet.content), true));
  parts.forEach((part, at) => part.replaceWith(sides[view][at]));
  forgetLinks();
  shown = "";
}

export function timeline() {
  onChange((now) => {
    if (now.view !== drawn) swap(now.view);
    drawn = now.view;
    turn(now);
    mark(now);
  });
}
