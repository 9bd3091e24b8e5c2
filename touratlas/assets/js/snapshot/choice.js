// What is chosen, and the address that says it: `#event=emperor&view=later&open=passage=…&present=2.1`. The address is
// all that is remembered; nothing is stored.
import { data, page } from "./page.js";

// `asked` is the view that was chosen; while the strip test is on, `view` is the article's, whatever was chosen.
export const state = { anchor: "", stop: "", event: "", view: "article", asked: "article", strip: "", open: "", present: "" };
const EXTRAS = ["view", "strip", "open", "present"];
const listeners = [];

export function onChange(listener) {
  listeners.push(listener);
}

export function eventOf(id) {
  return Object.hasOwn(data.events, id) ? data.events[id] : null;
}

export function read(fragment) {
  let text = fragment.replace(/^#/, "");
  try {
    text = decodeURIComponent(text);
  } catch {
    // a fragment that nobody here has written
  }
  const found = { anchor: "", view: "article", strip: "", open: "", present: "" };
  text.split("&").forEach((part, at) => {
    const [key, ...rest] = part.split("=");
    if (EXTRAS.includes(key)) found[key] = rest.join("=");
    else if (at === 0) found.anchor = part;
  });
  if (found.view !== "later") found.view = "article";
  if (found.anchor === "later") found.view = "later";
  if (found.strip !== "1") found.strip = "";
  return { ...found, ...chosenBy(found.anchor) };
}

// The stop and the event that an id of the page belongs to; nothing where it is of the page's later parts.
function chosenBy(anchor) {
  const [kind, ...rest] = anchor.split("=");
  const id = rest.join("=");
  if (kind === "stop" && data.stops.some(([stop]) => stop === id)) return { stop: id, event: "" };
  const name = kind === "claim" ? id.split("/")[0] : id;
  if ((kind === "event" || kind === "claim") && eventOf(name)) return { stop: eventOf(name)[0], event: name };
  if (anchor === "tour" || anchor === "top" || anchor === "") return { stop: "", event: "" };
  return {};
}

export function address(wanted) {
  const told = { ...wanted, view: wanted.asked === "article" ? "" : wanted.asked };
  const extras = EXTRAS.filter((key) => told[key]).map((key) => `&${key}=${told[key]}`);
  return `#${wanted.anchor || "tour"}${extras.join("")}`;
}

// Changes the choice: `how` is "push" (a new entry of the history), "replace", or "none" where the address says it already.
export function change(wanted, how = "push", why = "link") {
  const before = { ...state };
  Object.assign(state, wanted);
  if (wanted.anchor !== undefined && wanted.stop === undefined) Object.assign(state, chosenBy(wanted.anchor));
  if (wanted.view !== undefined) state.asked = wanted.view;
  if (wanted.view === "later" && wanted.strip === undefined) state.strip = ""; // what happened is not in the article
  state.view = state.strip ? "article" : state.asked;
  page.dataset.view = state.view;
  page.toggleAttribute("data-strip", Boolean(state.strip));
  if (how !== "none" && address(state) !== location.hash) {
    history[how === "push" ? "pushState" : "replaceState"](null, "", address(state));
  }
  for (const listener of listeners) listener(state, before, why);
}

export function begin() {
  history.scrollRestoration = "manual";
  const follow = (why) => change(read(location.hash), "none", why);
  addEventListener("popstate", () => follow("back"));
  document.addEventListener("click", clicked);
  follow("load");
}

function clicked(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
  if (!link || link.target || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const target = link.getAttribute("href").slice(1);
  const own = link.closest("[data-event]");
  if (link.hasAttribute("data-panel")) change({ ...(own ? { anchor: own.id } : {}), open: target }, "push", "own");
  else if (target.startsWith("view=")) change({ view: read(target).view });
  else change({ anchor: target, open: "", ...(target === "later" ? { view: "later" } : {}) }, "push", link.closest(`[id="${CSS.escape(target)}"]`) ? "own" : "link");
}
