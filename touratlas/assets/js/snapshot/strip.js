// The strip test: what the curator supplied is blanked everywhere. The style does that by an attribute of the page, since all such
// pieces are marked (views/blanks.py); here is the button, and what no style reaches: names in attributes, lists and messages.
import { all, button, copy, data, make, one, say, tell } from "./page.js";
import { change, onChange, state } from "./choice.js";

const full = new Map(); // by element what is said of it while the test is off

// A name as it may be said now.
export function bareName(name) {
  return state.strip && Object.hasOwn(data.bare, name) ? data.bare[name] : name;
}

// The words of an element as they are to be seen now.
export function seen(element) {
  if (!state.strip) return element.textContent;
  const made = copy(element);
  for (const gone of all(".ta-off, .ta-x", made)) gone.remove();
  return made.textContent;
}

function put(element, words) {
  if (element.hasAttribute("aria-label")) element.setAttribute("aria-label", words);
  else element.textContent = words;
}

// Also for what was made since: a map's copy, say.
export function relabel() {
  if (state.strip) {
    for (const element of all("[data-bare]")) {
      if (!full.has(element)) full.set(element, element.getAttribute("aria-label") ?? element.textContent);
      put(element, element.dataset.bare);
    }
    for (const element of all("a:has(.ta-x):not([aria-label])")) {
      if (seen(element).trim()) continue;
      full.set(element, "");
      element.setAttribute("aria-label", say("strip_hidden"));
    }
  } else {
    for (const [element, words] of full) {
      if (words) put(element, words);
      else element.removeAttribute("aria-label");
    }
    full.clear();
  }
}

export function toggleStrip() {
  change({ strip: state.strip ? "" : "1", open: "" }, "push", "strip");
}

// A button, and the question that goes with it; that stands in the page, and is to be seen while the test is on.
export function strip() {
  const press = button(
    say("strip"),
    toggleStrip,
    { class: "ta-button ta-strip-test", "aria-pressed": "false" },
    make("span", { class: "ta-roomy" }, say("strip")),
    make("span", { class: "ta-tight" }, say("strip_short")), // a phone has no room for more
  );
  const title = document.title;
  onChange((now, before, why) => {
    if (now.strip === before.strip && why !== "load") return;
    press.setAttribute("aria-pressed", String(Boolean(now.strip)));
    document.title = now.strip ? seen(one("h1")) : title;
    relabel();
    if (why !== "load") tell(now.strip ? `${say("strip_on")} ${data.asked}` : say("strip_off"));
  });
  addEventListener("keydown", (event) => {
    const busy = event.defaultPrevented || one("dialog[open], .ta-panel:not([hidden])");
    if (event.key !== "Escape" || !state.strip || busy) return;
    event.preventDefault();
    toggleStrip();
    press.focus({ preventScroll: true });
  });
  return press;
}
