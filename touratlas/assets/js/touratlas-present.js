// Leads through a presentation: keys (a clicker's too), steps, what is revealed, progress, full screen, a blank screen; and keeps the
// slides and the speaker's window together. All that it shows stands in the page already, hidden; where we are stands in the address.
const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]);

export default function ({ parentElement, data }) {
  const state = (parentElement.touratlas ??= { slide: 0, step: 0, shown: new Set(), blank: false, tour: null, deck: null });
  state.leave?.(); // Streamlit calls this function for every change
  const channel = new BroadcastChannel(`touratlas-present-${data.tour}`);
  // A text of the catalogue with its places filled.
  const say = (key, places = {}) => data.words[key].replace(/\{(\w+)\}/g, (_, name) => String(places[name] ?? ""));
  const deckNow = () => document.querySelector(`[data-deck="${CSS.escape(data.tour)}"]`);
  const one = (selector) => state.deck.querySelector(selector);
  const all = (selector, root = state.deck) => [...root.querySelectorAll(selector)];
  const slides = () => all(":scope .ta-p-slide");
  const steps = (slide = state.slide) => all(".ta-p-step", slides()[slide]);
  const reveals = () => all("[data-reveal]", steps()[state.step]).filter((part) => part.dataset.kind !== "evidence");
  const within = (value, count) => Math.min(Math.max(Number.isInteger(value) ? value : 0, 0), count - 1);

  // "slide.step", both from 1; else the stop that the address names.
  function fromAddress() {
    const query = new URLSearchParams(location.search);
    const [slide, step] = (query.get("slide") ?? "").split(".").map((part) => Number.parseInt(part, 10) - 1);
    const stop = slides().findIndex((part) => part.dataset.stop && part.dataset.stop === query.get("stop"));
    put(Number.isInteger(slide) ? slide : Math.max(stop, 0), step);
  }

  function put(slide, step) {
    state.slide = within(slide, slides().length);
    state.step = within(step, steps().length);
  }

  function toAddress() {
    const address = new URL(location.href);
    address.searchParams.set("slide", `${state.slide + 1}.${state.step + 1}`);
    history.replaceState(history.state, "", address);
  }

  function draw() {
    slides().forEach((part, at) => { part.hidden = at !== state.slide; });
    steps().forEach((part, at) => { part.hidden = at !== state.step; });
    for (const part of all("[data-reveal]")) part.hidden = !state.shown.has(part.dataset.reveal);
    for (const button of all("[data-show]")) button.setAttribute("aria-expanded", String(state.shown.has(button.dataset.show)));
    for (const way of all("[data-way]")) way.hidden = way.dataset.way !== String(state.slide);
    for (const part of all("[data-notes]")) part.hidden = part.dataset.notes !== String(state.slide);
    const here = slides()[state.slide];
    const step = steps()[state.step];
    const before = slides().slice(0, state.slide).reduce((sum, part) => sum + all(".ta-p-step", part).length, 0);
    one(".ta-p-progress").value = before + state.step + 1;
    const place = say("place", {
      name: here.dataset.name, step: step.dataset.name,
      slide: state.slide + 1, slides: slides().length, at: state.step + 1, steps: steps().length,
    });
    one("[data-count]").textContent = state.blank ? say("blank", { place }) : place;
    one("[data-jump]").value = String(state.slide);
    one(".ta-p-blank").hidden = !state.blank || data.notes; // the speaker still sees the notes
    const then = one("[data-then]");
    if (then) {
      then.textContent = say("next", { what: upNext() });
      notes();
    }
  }

  // The notes of this step are marked and in sight.
  function notes() {
    for (const note of all("[data-of-step]")) note.toggleAttribute("data-now", note.dataset.ofStep === String(state.step));
    const now = one("[data-notes]:not([hidden]) [data-now]");
    const box = one(".ta-p-notes");
    const top = now ? now.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop : 0;
    box.scrollTo({ top: Math.max(0, top - 56), behavior: "instant" });
  }

  function upNext() {
    const hidden = reveals().find((part) => !state.shown.has(part.dataset.reveal));
    if (hidden) return one(`[data-show="${CSS.escape(hidden.dataset.reveal)}"]`)?.textContent ?? "";
    const step = steps()[state.step + 1];
    return step ? step.dataset.name : slides()[state.slide + 1]?.dataset.name ?? say("end");
  }

  function changed(moved = true) {
    draw();
    if (moved) one(".ta-p-slides").scrollTop = 0;
    if (moved) toAddress();
    tell();
  }

  function tell() {
    channel.postMessage({ slide: state.slide, step: state.step, shown: [...state.shown], blank: state.blank });
  }

  function next() {
    const hidden = reveals().find((part) => !state.shown.has(part.dataset.reveal));
    if (hidden) return show(hidden, true);
    if (steps()[state.step + 1]) state.step += 1;
    else if (slides()[state.slide + 1]) put(state.slide + 1, 0);
    return changed();
  }

  function back() {
    const last = reveals().findLast((part) => state.shown.has(part.dataset.reveal));
    if (last) return show(last, false);
    if (state.step) state.step -= 1;
    else if (state.slide) put(state.slide - 1, steps(state.slide - 1).length - 1);
    return changed();
  }

  function show(part, on) {
    if (on) state.shown.add(part.dataset.reveal);
    else state.shown.delete(part.dataset.reveal);
    changed(false);
    if (on) part.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  function evidence() {
    const parts = all("[data-kind=evidence]", steps()[state.step]);
    const on = parts.some((part) => part.hidden);
    for (const part of parts) on ? state.shown.add(part.dataset.reveal) : state.shown.delete(part.dataset.reveal);
    changed(false);
  }

  function later() {
    const at = steps().findIndex((step) => step.dataset.kind === "reveal");
    if (at >= 0) put(state.slide, at);
    changed();
  }

  function blank() {
    const held = document.activeElement?.closest?.("[data-deck]");
    state.blank = !state.blank;
    changed(false);
    if (state.blank && !data.notes) one(".ta-p-blank").focus();
    else if (held && !state.blank) one("[data-do=next]").focus();
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else state.deck.requestFullscreen?.().catch(() => {});
  }

  const DO = { next, back, blank, full };
  // Letters are shortcuts only while the presentation has the focus: elsewhere they may belong to somebody's voice control.
  const LETTERS = { b: blank, ".": blank, e: evidence, l: later, f: full };

  function pressed(event) {
    const target = event.target instanceof Element ? event.target : document.body;
    if (!state.deck || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const inside = state.deck.contains(target) || document.fullscreenElement === state.deck;
    if (!inside && target !== document.body && !target.matches(".stMain, .stApp, .stAppViewContainer")) return;
    if (target.closest("input, select, textarea, [contenteditable]")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((key === " " || key === "Enter") && target.closest("button, a, summary")) return; // it presses what has the focus
    const act = NEXT.has(key) ? next : BACK.has(key) ? back : key === "Home" ? () => { put(0, 0); changed(); }
      : key === "End" ? () => { put(slides().length - 1, 0); changed(); } : inside ? LETTERS[key] : null;
    if (!act || scrolls(target, key)) return;
    event.preventDefault();
    if (state.blank && act !== blank) blank();
    act();
  }

  // Arrows up and down scroll what has the focus as long as there is more of it.
  function scrolls(target, key) {
    const box = target.closest(".ta-p-slides, .ta-p-notes");
    if (!box || (key !== "ArrowDown" && key !== "ArrowUp")) return false;
    return key === "ArrowDown" ? box.scrollTop + box.clientHeight < box.scrollHeight - 2 : box.scrollTop > 2;
  }

  function clicked(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-deck] button") : null;
    if (!button) return;
    if (button.dataset.do) DO[button.dataset.do]?.();
    const part = button.dataset.show && one(`[data-reveal="${CSS.escape(button.dataset.show)}"]`);
    if (part) show(part, part.hidden);
  }

  function jumped(event) {
    if (!event.target.matches?.("[data-deck] [data-jump]")) return;
    put(Number.parseInt(event.target.value, 10), 0);
    changed();
  }

  // What another window of the same tour says: numbers and known ids, or nothing.
  channel.onmessage = ({ data: said }) => {
    if (!state.deck || typeof said !== "object" || said === null) return;
    if (said.hello) {
      if (!data.notes) tell();
      return;
    }
    put(said.slide, said.step);
    const known = new Set(all("[data-reveal]").map((part) => part.dataset.reveal));
    state.shown = new Set((Array.isArray(said.shown) ? said.shown : []).filter((id) => known.has(id)));
    state.blank = said.blank === true;
    draw();
    toAddress();
  };

  function found() {
    const deck = deckNow();
    if (!deck || deck === state.deck) return;
    state.deck = deck;
    if (state.tour !== data.tour) {
      state.shown = new Set();
      fromAddress();
    }
    state.tour = data.tour;
    put(state.slide, state.step);
    draw();
    deck.dataset.ready = "";
    one("[data-do=full]").hidden = !document.fullscreenEnabled;
    if (document.activeElement === document.body) deck.focus({ preventScroll: true });
    if (data.notes) channel.postMessage({ hello: true });
  }

  const observer = new MutationObserver(found);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", clicked);
  document.addEventListener("change", jumped);
  state.deck = null; // what was drawn may be of older data
  found();
  state.leave = () => {
    observer.disconnect();
    channel.close();
    document.removeEventListener("keydown", pressed);
    document.removeEventListener("click", clicked);
    document.removeEventListener("change", jumped);
  };
  return state.leave;
}
