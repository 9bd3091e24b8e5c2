// The questions to the article, which all stand in the page: those that are merely worth a look are shown on request, and one
// leads to the next. Its keys are the article's alone, as long as the focus is in it.
import { all, button, make, one, say, tell, typing } from "./page.js";
import { onChange } from "./choice.js";

const KINDS = ["error", "warning", "note"];

export function findings() {
  const section = one("#article");
  const questions = all(".ta-question", section);
  if (!questions.length) return;
  const hidden = new Set(section.dataset.hide.split(" ").filter(Boolean));
  const count = make("p", { role: "status" });
  const kinds = KINDS.map((kind) => [kind, questions.filter((each) => kindOf(each) === kind)]).filter(([, own]) => own.length);
  const switches = kinds.map(([kind, own]) => {
    const words = say("findings_show", { sure: one(".ta-sure", own[0]).textContent, count: own.length });
    return button(words, () => toggle(kind), { class: "ta-button", "data-kind": kind });
  });
  let now = null;

  function shown() {
    return questions.filter((each) => !hidden.has(kindOf(each)));
  }

  function toggle(kind) {
    if (!hidden.delete(kind)) hidden.add(kind);
    apply();
  }

  function apply() {
    section.dataset.hide = [...hidden].join(" ");
    for (const each of switches) each.setAttribute("aria-pressed", String(!hidden.has(each.dataset.kind)));
    for (const each of all(".ta-margin, .ta-quoted > li", section)) {
      each.classList.toggle("ta-idle", !all(".ta-question", each).some((own) => !hidden.has(kindOf(own))));
    }
    mark(null);
  }

  // Which question a reader is at: told by its number, its frame, and the words that it is about.
  function mark(question) {
    now?.removeAttribute("aria-current");
    for (const each of all(".ta-doubt[data-current]", section)) each.removeAttribute("data-current");
    now = question;
    const list = shown();
    const total = list.length === 1 ? say("findings_one") : say("findings_count", { count: list.length });
    count.textContent = !list.length ? say("findings_none") : now ? say("findings_at", { at: list.indexOf(now) + 1, count: list.length }) : total;
    if (!now) return;
    now.setAttribute("aria-current", "true");
    const number = CSS.escape(now.id.split("-").pop());
    for (const each of all(`.ta-doubt[data-asked~="${number}"]`, now.closest("[data-article]"))) each.setAttribute("data-current", "");
  }

  // The next one; at first the one that is next below the top of the window.
  function step(by, follow) {
    const list = shown();
    if (!list.length) return;
    const from = list.indexOf(document.activeElement?.closest?.(".ta-question") ?? now);
    const below = list.findIndex((each) => each.getBoundingClientRect().top > 0);
    const first = by > 0 ? Math.max(below, 0) : (below > 0 ? below : list.length) - 1;
    const question = list[from < 0 ? first : (from + by + list.length) % list.length];
    mark(question);
    question.scrollIntoView({ block: "center" });
    requestAnimationFrame(() => question.scrollIntoView({ block: "center" }));
    if (follow) question.focus({ preventScroll: true });
    else tell([".ta-sure", ".ta-ask", ".ta-reason bdi"].map((each) => one(each, question)?.textContent ?? "").join(" "));
  }

  const kindBar = make("div", { class: "ta-asking", role: "group", "aria-label": say("findings_kinds") }, ...switches);
  const stepBar = make(
    "div",
    { class: "ta-asking ta-asking-steps", role: "group", "aria-label": say("findings") },
    button(say("findings_previous"), () => step(-1, false), { class: "ta-button" }, "‹"),
    count,
    button(say("findings_next"), () => step(1, false), { class: "ta-button" }, "›"),
    make("span", { class: "ta-hint" }, say("findings_keys")),
  );
  // Of several articles the bars lead through all.
  const head = all("[data-article]", section).length === 1 ? one(".ta-tallies", section) : null;
  (head ?? one("h2", section)).after(kindBar, stepBar);
  apply();
  section.addEventListener("keydown", (event) => {
    const by = { n: 1, p: -1 }[event.key.toLowerCase()];
    if (!by || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    event.preventDefault();
    step(by, true);
  });
  // An address that leads to a hidden question, or to its words, brings it back.
  onChange(({ anchor }, before) => {
    if (anchor === before.anchor || !/^(finding|doubt)=/.test(anchor)) return;
    const question = document.getElementById(anchor.replace("doubt=", "finding="));
    if (!question?.matches(".ta-question")) return;
    if (hidden.has(kindOf(question))) toggle(kindOf(question));
    mark(question);
  });
}

function kindOf(question) {
  return KINDS.find((kind) => question.classList.contains(`ta-is-${kind}`));
}
