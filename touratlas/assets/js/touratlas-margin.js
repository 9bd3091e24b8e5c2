// Opens the article at the passage that the address names, and steps through the questions in its margin, by buttons or by the keys
// N and P. Buttons keep the focus, so that they can be pressed again, and the live region reads the question; a key takes the focus
// along. Without this script everything can still be read and every link followed.
export default function ({ parentElement, data }) {
  const state = (parentElement.touratlas ??= { first: null, opened: "", touched: false });
  state.leave?.(); // Streamlit calls this function for every change, and need not have cleaned up what knows only older data
  const find = (selector) => parentElement.querySelector(selector);
  const [count, heard, keys] = [find("[data-count]"), find("[data-heard]"), find("input")];
  const buttons = [...parentElement.querySelectorAll("button")];
  const questions = () => [...document.querySelectorAll(".ta-question")];

  function fill(text, places) {
    return text.replace(/\{(\w+)\}/g, (_, name) => places[name]);
  }

  function tell(text, more) {
    count.textContent = text;
    heard.textContent = more;
  }

  function reset() {
    const { length } = questions();
    for (const button of buttons) button.disabled = length === 0;
    const { step_none: none, step_one: one, step_all: more } = data.words;
    tell([none, one][length] ?? fill(more, { count: length }), "");
  }

  // The question that a reader is at: the focused or the last one shown; else the step begins where the window is.
  function next(list, by) {
    const here = document.activeElement?.closest?.(".ta-question") ?? document.querySelector(".ta-question[aria-current]");
    const at = list.indexOf(here);
    if (at >= 0) return (at + by + list.length) % list.length;
    const below = list.findIndex((one) => one.getBoundingClientRect().top > 0);
    if (by > 0) return Math.max(below, 0);
    return (below > 0 ? below : list.length) - 1;
  }

  function step(by, follow) {
    const list = questions();
    if (!list.length) return;
    const at = next(list, by);
    const question = list[at];
    state.touched = true;
    for (const one of list) one.toggleAttribute("aria-current", false);
    for (const one of document.querySelectorAll(".ta-doubt[data-current]")) one.toggleAttribute("data-current", false);
    question.setAttribute("aria-current", "true");
    const number = CSS.escape(question.id.replace("finding-", ""));
    for (const one of document.querySelectorAll(`.ta-doubt[data-findings~="${number}"]`)) one.toggleAttribute("data-current", true);
    question.scrollIntoView({ block: "center", behavior: "instant" });
    if (follow) question.focus({ preventScroll: true });
    const words = [".ta-sure", ".ta-ask", ".ta-reason bdi"].map((one) => question.querySelector(one)?.textContent.trim()).join(". ");
    tell(fill(data.words.step, { at: at + 1, count: list.length }), follow ? "" : `: ${words}`);
  }

  function writes(element) {
    return Boolean(element?.closest?.("input, textarea, select, [contenteditable=''], [contenteditable=true], [role=combobox], [role=listbox], [role=textbox]"));
  }

  function pressed(event) {
    state.touched = true;
    const by = { n: 1, p: -1 }[event.key?.toLowerCase?.()];
    if (!by || !keys.checked || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.composedPath()[0];
    if (at !== keys && writes(at)) return;
    event.preventDefault();
    step(by, true);
  }

  function touched() {
    state.touched = true;
  }

  function clicked(event) {
    const button = event.target.closest("button");
    if (button) step(Number(button.dataset.step), false);
  }

  function show(first) {
    first.scrollIntoView({ block: "center", behavior: "instant" });
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  }

  function open() {
    const first = document.querySelector(".ta-chosen");
    if (!data.passage || !first || state.opened === data.passage) return;
    state.opened = data.passage;
    show(first);
    const words = [...document.querySelectorAll(".ta-chosen")].map((one) => one.textContent).join("");
    heard.textContent = `. ${fill(data.words.step_shown, { words })}`;
    // At first the page is still growing: styles and what stands above the article come late, and move what was in view.
    for (const wait of [150, 500, 1200]) setTimeout(() => { if (first.isConnected && !state.touched) show(first); }, wait);
  }

  function settle() {
    const first = document.querySelector(".ta-article");
    if (first === state.first && count.textContent) return;
    state.first = first;
    reset();
    open();
  }

  parentElement.addEventListener("click", clicked);
  document.addEventListener("keydown", pressed);
  document.addEventListener("pointerdown", touched, true);
  document.addEventListener("wheel", touched, { capture: true, passive: true });
  // Streamlit forbids zooming on phones, which some readers need (WCAG 1.4.4).
  document.querySelector("meta[name=viewport]")?.setAttribute("content", "width=device-width, initial-scale=1");
  const observer = new MutationObserver(settle);
  observer.observe(document.body, { childList: true, subtree: true });
  settle();
  state.leave = () => {
    parentElement.removeEventListener("click", clicked);
    document.removeEventListener("keydown", pressed);
    document.removeEventListener("pointerdown", touched, true);
    document.removeEventListener("wheel", touched, true);
    observer.disconnect();
  };
  return state.leave;
}
