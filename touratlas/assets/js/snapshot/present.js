// Presentation mode: a slide a stop, told in steps: where, agenda (at most three events a step), question, answer, what happened
// later. A clicker's keys work; it plays by itself if asked to. Its slides are copies of what stands in the page.
import { all, button, copy, data, make, one, page, say } from "./page.js";
import { change, onChange, state } from "./choice.js";
import { MapView } from "./map.js";
import { bareName, relabel, toggleStrip } from "./strip.js";

const AT_ONCE = 3; // events a step
const PACE = 8000; // ms a step, when it plays by itself
let slides = null;
let stage = null;
let playing = 0;
let evidence = false;

function chunks(list, size) {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}

// Every step is a function that makes what is shown, so that a slide that nobody looks at costs nothing.
function build() {
  const opening = { stop: "", name: say("whole_tour"), steps: [{ kind: "where", make: opener }] };
  const stops = data.stops.map(([id, name], at) => ({ stop: id, name, steps: steps(id, at) }));
  const apart = all(".ta-agenda[data-agenda=''] .ta-event");
  const last = { stop: "", name: one(".ta-agenda[data-agenda='']")?.getAttribute("aria-label") ?? "", steps: agendaSteps(apart) };
  return [opening, ...stops, ...(apart.length ? [last] : [])];
}

function steps(id, at) {
  const section = document.getElementById(`stop=${id}`);
  const questions = all(`#questions [data-stop="${CSS.escape(id)}"]`);
  const found = [{ kind: "where", make: () => where(section, at) }, ...agendaSteps(all(".ta-event", section))];
  for (const question of questions) {
    found.push({ kind: "question", make: () => [make("p", { class: "ta-big", dir: "auto" }, ...words(".ta-ask", question))] });
    if (one(state.strip ? "details:not(.ta-off) .ta-answer" : ".ta-answer", question)) found.push({ kind: "answer", make: () => answer(question) }); // students get none
  }
  const outcomes = state.strip ? [] : all("#later [data-of]").filter((row) => belongs(row.dataset, id));
  for (const part of chunks(outcomes, AT_ONCE)) found.push({ kind: "reveal", make: () => part.map(outcome) });
  return found;
}

// The words of an element with what is marked in them.
function words(selector, within) {
  return copy(one(selector, within)).childNodes;
}

function belongs({ of, id }, stop) {
  return of === "event" ? data.events[id]?.[0] === stop : id === stop;
}

function agendaSteps(events) {
  return chunks(events, AT_ONCE).map((part) => ({ kind: "agenda", events: part, make: () => part.map(told) }));
}

function opener() {
  const head = one(".ta-head");
  return [copy(one("h1", head)), copy(one(".ta-whose", head)), make("p", { class: "ta-lede", dir: "auto" }, ...words(".ta-summary"))];
}

function where(section, at) {
  const head = one("header", section);
  return [
    make("p", { class: "ta-over" }, say("stop", { number: at + 1, count: data.stops.length })),
    copy(one(".ta-stop", head)),
    copy(one(".ta-meta", head)),
  ];
}

function told(event) {
  const made = make("section", { class: event.classList.contains("ta-lead") ? "ta-slide-event ta-lead" : "ta-slide-event" });
  const name = copy(one(".ta-title", event));
  name.replaceChildren(...copy(one("a", name)).childNodes);
  made.append(copy(one(".ta-rail", event)), make("div", {}, name, copy(one(".ta-meta", event)), ...claims(event)));
  return made;
}

function claims(event) {
  return all(".ta-claim", event).slice(0, evidence ? undefined : 1).flatMap((claim) => {
    const says = copy(one("p", claim));
    if (!evidence) return [says];
    const quotes = all(".ta-known a[href^='#passage=']", claim).map((link) => document.getElementById(link.getAttribute("href").slice(1)));
    return [says, ...quotes.filter(Boolean).map((passage) => copy(one("blockquote", passage)))];
  });
}

function answer(question) {
  const told = make("p", { class: "ta-big", dir: "auto" }, ...words(".ta-answer", question));
  return [make("p", { class: "ta-over", dir: "auto" }, ...words(".ta-ask", question)), told];
}

function outcome(row) {
  return make("section", { class: "ta-slide-event" }, make("div", {}, make("h3", { class: "ta-title", dir: "auto" }, one(".ta-title", row).textContent), copy(one(".ta-outcome", row))));
}

// Where we are: "slide.step", both from 1.
function place(text) {
  const [slide, step] = text.split(".").map((part) => Math.max(1, Number.parseInt(part, 10) || 1));
  const at = Math.min(slide, slides.length) - 1;
  return [at, Math.min(step ?? 1, slides[at].steps.length) - 1];
}

function go(slide, step, how = "replace") {
  evidence = false;
  change({ present: `${slide + 1}.${step + 1}` }, how, "present");
}

function move(by) {
  const [slide, step] = place(state.present);
  if (slides[slide].steps[step + by]) return go(slide, step + by);
  if (!slides[slide + by]) return stopPlaying();
  return go(slide + by, by > 0 ? 0 : slides[slide + by].steps.length - 1);
}

function draw() {
  const [slide, step] = place(state.present);
  const here = slides[slide];
  const now = here.steps[step];
  const kinds = { where: say("where"), agenda: say("agenda"), question: say("question"), answer: say("answer"), reveal: say("reveal") };
  stage.inner.replaceChildren(...now.make());
  stage.inner.dataset.kind = now.kind;
  stage.inner.scrollTop = 0;
  stage.name.textContent = slide && now.kind !== "where" ? `${bareName(here.name)} · ${kinds[now.kind]}` : "";
  stage.count.textContent = say("step", { slide: slide + 1, slides: slides.length, step: step + 1, steps: here.steps.length });
  stage.bar.style.setProperty("--ta-done", String((slide + (step + 1) / here.steps.length) / slides.length));
  stage.map?.choose(here.stop);
  if (here.stop && now.kind === "where") stage.map?.stop(here.stop, 2);
  else if (!here.stop) stage.map?.whole();
  stage.dialog.dataset.kind = now.kind;
}

function reveal() {
  const [slide, step] = place(state.present);
  const at = slides[slide].steps.findIndex(({ kind }) => kind === "reveal");
  if (at < 0) stage.note.textContent = state.strip ? say("strip_on") : say("no_report");
  else if (slides[slide].steps[step].kind === "reveal") go(slide, 0);
  else go(slide, at);
}

function blank() {
  stage.blank.hidden = !stage.blank.hidden;
  if (stage.blank.hidden) stage.next.focus();
  else stage.blank.focus();
}

function stopPlaying() {
  clearInterval(playing);
  playing = 0;
  stage.play.textContent = say("play");
  stage.play.setAttribute("aria-pressed", "false");
}

function play() {
  if (playing) return stopPlaying();
  playing = setInterval(() => move(1), PACE);
  stage.play.textContent = say("pause");
  return stage.play.setAttribute("aria-pressed", "true");
}

const KEYS = {
  ArrowRight: () => move(1), ArrowDown: () => move(1), PageDown: () => move(1), " ": () => move(1), Enter: () => move(1),
  ArrowLeft: () => move(-1), ArrowUp: () => move(-1), PageUp: () => move(-1), Backspace: () => move(-1),
  Home: () => go(0, 0), End: () => go(slides.length - 1, 0),
  b: blank, ".": blank, l: reveal, p: play, f: full, s: toggleStrip,
  e: () => { evidence = !evidence; draw(); },
};

function pressed(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const onButton = (key === " " || key === "Enter") && event.target instanceof Element && event.target.closest("button");
  if (!KEYS[key] || onButton) return;
  event.preventDefault();
  if (!stage.blank.hidden && key !== "b" && key !== ".") blank();
  if (playing && key !== "p" && key !== "b" && key !== ".") stopPlaying();
  stage.note.textContent = "";
  KEYS[key]();
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else stage.dialog.requestFullscreen?.().catch(() => {});
}

function leave() {
  if (!state.present) return;
  const { stop } = slides[place(state.present)[0]];
  change({ present: "", anchor: stop ? `stop=${stop}` : "tour" }, "push", "link");
}

function buildStage() {
  const dialog = make("dialog", { class: "ta ta-present", "aria-label": say("presentation") });
  const inner = make("div", { class: "ta-slide", tabindex: "0", "aria-live": "polite" });
  const next = button(say("forward"), () => move(1), { class: "ta-button" }, "→");
  const controls = make(
    "div",
    { class: "ta-present-tools" },
    button(say("backward"), () => move(-1), { class: "ta-button" }, "←"),
    next,
  );
  const playButton = button(say("play"), play, { class: "ta-button", "aria-pressed": "false" });
  controls.append(playButton, button(say("full"), full, { class: "ta-button" }), button(say("leave"), leave, { class: "ta-button" }));
  const name = make("p", { class: "ta-present-name" });
  const count = make("p", { class: "ta-present-count" });
  const note = make("p", { class: "ta-present-note", role: "status" });
  const bar = make("div", { class: "ta-present-bar", "aria-hidden": "true" }, make("span"));
  const dark = make("button", { type: "button", class: "ta-present-blank", hidden: true }, make("span", { class: "ta-vh" }, say("blank")));
  dark.addEventListener("click", blank);
  const picture = one("[data-map='narrow-article'] svg");
  const map = picture ? copied(picture) : null;
  dialog.append(
    make("div", { class: "ta-present-main" }, map ? make("div", { class: "ta-present-map" }, map.svg) : "", inner),
    make("div", { class: "ta-present-foot" }, bar, name, note, count, make("p", { class: "ta-present-keys" }, say("keys")), controls),
    dark,
  );
  document.body.append(dialog);
  dialog.addEventListener("keydown", pressed);
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); leave(); });
  return { dialog, inner, next, name, count, note, bar, blank: dark, play: playButton, map };
}

// The narrow map, twice as large, so that its names can be read from the last row. A picture of its own: not a list of links, for the slide says where we are.
function copied(picture) {
  const svg = copy(picture);
  svg.setAttribute("role", "img");
  const title = one("title", picture);
  svg.setAttribute("aria-label", title?.textContent ?? "");
  if (title?.dataset.bare) svg.dataset.bare = title.dataset.bare;
  for (const name of ["aria-labelledby", "aria-describedby"]) svg.removeAttribute(name);
  for (const link of all("a", svg)) link.replaceWith(...link.childNodes);
  return new MapView(svg);
}

export function presentation() {
  const start = button(say("present"), () => {
    slides ??= build();
    const at = slides.findIndex(({ stop }) => stop && stop === state.stop);
    go(Math.max(0, at), 0, "push");
    full();
  }, { class: "ta-button ta-start" });
  onChange((now, before) => {
    if (now.strip !== before.strip) slides = null;
    if (stage && now.strip !== before.strip) stage.note.textContent = now.strip ? data.asked : say("strip_off");
    if (now.present) {
      slides ??= build();
      stage ??= buildStage();
      relabel();
      if (!stage.dialog.open) {
        stage.dialog.showModal();
        stage.blank.hidden = true;
        page.classList.add("ta-presenting");
        stage.next.focus();
      }
      draw();
    } else if (stage?.dialog.open) {
      if (document.fullscreenElement) document.exitFullscreen();
      stopPlaying();
      stage.dialog.close();
      page.classList.remove("ta-presenting");
      start.focus({ preventScroll: true });
    }
  });
  return start;
}
