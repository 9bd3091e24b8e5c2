// Search and filter: by words, by who takes part, by what it is about, by status. What doesn't fit is out of the way, and how
// much is left is always said.
import { all, button, data, make, one, page, say } from "./page.js";
import { onChange } from "./choice.js";
import { seen } from "./strip.js";

let texts = null;

function field(label, control) {
  return make("label", { class: "ta-field" }, make("span", {}, label), control);
}

function choices(label, names, any) {
  const options = names.map(([value, name]) => make("option", { value, "data-bare": data.bare[name] }, name));
  return field(label, make("select", {}, make("option", { value: "" }, any), ...options));
}

function numbered(names) {
  return names.map((name, number) => [String(number), name]).sort((first, second) => first[1].localeCompare(second[1], page.lang));
}

// The words of every event and of every claim of none, once.
function words() {
  texts ??= all(".ta-event, .ta-background > .ta-claim").map((each) => [each, fold(seen(each))]);
  return texts;
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

export function search() {
  const text = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  const people = choices(say("people"), numbered(data.people), say("anyone"));
  const topics = choices(say("topics"), numbered(data.topics), say("anything"));
  const status = choices(say("status"), Object.entries(data.statuses), say("anything"));
  const hits = make("p", { class: "ta-hits", role: "status" });
  const clear = button(say("clear"), () => { reset(); text.focus(); }, { class: "ta-button" });
  const fields = make("div", { class: "ta-fields" }, field(say("search_text"), text), people, topics, status, clear);
  const box = make("details", { class: "ta ta-search" }, make("summary", { class: "ta-button" }, say("search")), fields, hits);
  const selects = [people, topics, status].map((label) => one("select", label));

  function reset() {
    text.value = "";
    for (const select of selects) select.value = "";
    apply();
  }

  function apply() {
    const [who, about, which] = selects.map((select) => select.value);
    const wanted = fold(text.value).split(/\s+/).filter(Boolean);
    const active = Boolean(wanted.length || who || about || which);
    const gone = new Set();
    let count = 0;
    for (const [element, told] of words()) {
      const id = element.dataset.event;
      const facts = id ? data.events[id] : null;
      const fits =
        wanted.every((word) => told.includes(word)) &&
        (!who || facts?.[2].includes(Number(who))) &&
        (!about || facts?.[3].includes(Number(about))) &&
        (!which || facts?.[1] === which);
      element.hidden = active && !fits;
      if (id && fits) count += 1;
      if (id && !fits) gone.add(id);
    }
    for (const link of all(".ta-time [data-go-event]:not([data-tile])")) {
      const out = active && gone.has(link.dataset.goEvent);
      link.classList.toggle("ta-out", out);
      const item = link.closest(".ta-days li, .ta-t-strip li");
      if (item) item.hidden = out;
    }
    for (const section of all(".ta-agenda")) {
      section.hidden = active && !one(".ta-event:not([hidden]), .ta-background > .ta-claim:not([hidden])", section);
    }
    const total = Object.keys(data.events).length;
    hits.textContent = !active ? "" : count ? say("hits", { count, all: total }) : say("no_hits", { all: total });
    hits.classList.toggle("ta-none", active && !count);
  }

  onChange((now, before) => {
    if (now.strip !== before.strip) texts = null;
    if (box.open && (now.view !== before.view || now.strip !== before.strip)) queueMicrotask(apply);
  });
  text.addEventListener("input", apply);
  for (const select of selects) select.addEventListener("change", apply);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.open) return;
    event.preventDefault();
    reset();
    box.open = false;
    one("summary", box).focus();
  });
  return box;
}
