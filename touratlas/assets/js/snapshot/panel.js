// The evidence beside what rests on it: a panel at the side, a sheet from below on a phone. It shows what stands in the page's
// later parts, and the way back.
import { button, copy, make, one, say } from "./page.js";
import { change, onChange } from "./choice.js";

let opener = null;
let opened = [];

export function panel() {
  const title = make("h2", { id: "ta-panel-title", tabindex: "-1" });
  const inner = make("div", { class: "ta-panel-inner" });
  const back = button(say("back"), () => history.back(), { class: "ta-button ta-panel-back" });
  const close = button(say("close"), shut, { class: "ta-button" }, "✕");
  const aside = make(
    "div",
    { class: "ta ta-panel", role: "dialog", "aria-labelledby": "ta-panel-title", hidden: true },
    make("div", { class: "ta-panel-head" }, back, title, close),
    inner,
  );
  document.body.append(aside);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("[data-panel]") : null;
    if (link && !link.closest(".ta-panel")) opener = link;
  }, true);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || aside.hidden || one("dialog[open]")) return;
    event.preventDefault();
    shut();
  });
  onChange((now, before) => {
    if (now.open === before.open && !(now.open && aside.hidden)) return;
    const source = now.open ? document.getElementById(now.open) : null;
    if (!source) hide(aside);
    else show(aside, inner, title, source, now.open);
    back.hidden = opened.length < 2;
  });
}

function show(aside, inner, title, source, id) {
  opened = opened.includes(id) ? opened.slice(0, opened.indexOf(id) + 1) : [...opened, id];
  title.textContent = id.startsWith("ref=") ? say("reference") : say("evidence");
  inner.replaceChildren(...copy(source).childNodes);
  for (const link of inner.querySelectorAll("a[href^='#passage='], a[href^='#ref=']")) link.setAttribute("data-panel", "");
  aside.hidden = false;
  inner.scrollTop = 0;
  title.focus({ preventScroll: true });
}

function hide(aside) {
  if (aside.hidden) return;
  const inside = aside.contains(document.activeElement);
  aside.hidden = true;
  opened = [];
  if (inside && opener?.isConnected) opener.focus({ preventScroll: true });
  opener = null;
}

function shut() {
  change({ open: "" }, "push", "own");
}
