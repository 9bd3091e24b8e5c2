// Ties the parts of the Explore page together: links that carry a choice change it without loading the page, what is chosen is
// marked everywhere, and the focus is never lost. Without this script the same links open the same address.
export default function ({ parentElement, data, setTriggerValue }) {
  const status = parentElement.querySelector("[role=status]");
  const state = (parentElement.touratlas ??= { agenda: null, time: null, choice: null, focus: "", wanted: null, told: "" });
  state.leave?.(); // Streamlit calls this function for every change, and need not have cleaned up what knows only older data
  const told = JSON.stringify([data.stop, data.event, data.view]);
  if (told !== state.told) state.wanted = null; // what was pressed has come back, or something else was chosen since
  state.told = told;

  // Tells the server what was pressed, unless that is what is shown and nothing else is on its way.
  function send(choice) {
    if (!state.wanted && JSON.stringify([choice.stop, choice.event, choice.view]) === told) return;
    state.wanted = choice;
    setTriggerValue("go", choice);
  }

  function apply(choice) {
    for (const link of document.querySelectorAll(".ta-nav [data-go], .ta-t-name [data-go]")) mark(link, link.dataset.go === choice.stop);
    for (const link of document.querySelectorAll(".ta-time [data-go-event]:not([data-tile])")) mark(link, Boolean(choice.event) && link.dataset.goEvent === choice.event);
    for (const item of document.querySelectorAll(".ta-event")) mark(item, Boolean(choice.event) && item.dataset.event === choice.event);
  }

  // Hides what the filter doesn't let through; parts that came anew are sifted again.
  function sift() {
    const hits = data.hits && { event: new Set(data.hits.events), claim: new Set(data.hits.claims), stop: new Set(data.hits.stops) };
    const out = (element, kind, id) => element.toggleAttribute("data-out", Boolean(hits) && !hits[kind].has(id));
    for (const item of document.querySelectorAll(".ta-event")) out(item, "event", item.dataset.event);
    for (const claim of document.querySelectorAll(".ta-background > .ta-claim")) out(claim, "claim", claim.dataset.claim);
    for (const link of document.querySelectorAll(".ta-time [data-go-event]:not([data-tile])")) out(link.closest("li"), "event", link.dataset.goEvent);
    for (const tile of document.querySelectorAll(".ta-t-tile")) {
      const ids = (tile.dataset.events ?? "").split(" ");
      tile.toggleAttribute("data-out", Boolean(hits) && !ids.some((id) => hits.event.has(id)));
    }
    for (const link of document.querySelectorAll(".ta-card [data-go]")) out(link.closest("li"), "stop", link.dataset.go);
    for (const heading of document.querySelectorAll(".ta-group")) {
      const below = heading.nextElementSibling;
      heading.toggleAttribute("data-out", Boolean(hits) && Boolean(below?.matches("ol, ul")) && !below.querySelector(":scope > :not([data-out])"));
    }
  }

  function mark(element, chosen) {
    if (chosen) element.setAttribute("aria-current", "true");
    else element.removeAttribute("aria-current");
  }

  function reveal(choice) {
    const panel = document.querySelector(".st-key-agenda");
    const agenda = document.querySelector("[data-agenda]");
    if (!panel || !agenda) return;
    const event = choice.event && agenda.querySelector(`[data-event="${CSS.escape(choice.event)}"]`);
    const target = event || agenda;
    const scrolls = panel.scrollHeight > panel.clientHeight + 4;
    const top = target.getBoundingClientRect().top - panel.getBoundingClientRect().top + panel.scrollTop;
    if (scrolls) panel.scrollTo({ top: Math.max(0, top - 8), behavior: "instant" });
    if (event) event.scrollIntoView({ block: "nearest", behavior: "instant" }); // the panel itself may reach below the window
  }

  function settle() {
    const agenda = document.querySelector("[data-agenda]");
    if (!agenda || agenda.dataset.agenda !== data.stop || agenda.dataset.view !== data.view) return false;
    const fresh = agenda !== state.agenda;
    const changed = !state.choice || ["stop", "event", "view"].some((key) => state.choice[key] !== data[key]);
    apply(data);
    if (!state.choice || state.choice.stop !== data.stop || state.choice.event !== data.event) reveal(data);
    // At first the page is still growing: styles and columns come after the agenda, and move what was in view.
    if (!state.choice) for (const wait of [150, 500, 1200]) setTimeout(() => { if (state.choice?.event === data.event && !state.touched) reveal(data); }, wait);
    if (changed && state.choice) status.textContent = data.said;
    state.agenda = agenda;
    state.choice = { stop: data.stop, event: data.event, view: data.view };
    return true;
  }

  // Where the focus belongs when the pressed link is replaced: on its twin in the new page, or on the new agenda's heading.
  function twin(link) {
    if (link.dataset.goView !== undefined) return `[data-go-view="${CSS.escape(link.dataset.goView)}"]`;
    if (link.dataset.step) return [`a[data-step="${CSS.escape(link.dataset.step)}"]`, `.ta-nav [data-go="${CSS.escape(link.dataset.go)}"]`]; // the last step is no link
    const inAgenda = link.closest("[data-agenda]");
    if (inAgenda && inAgenda.dataset.agenda !== link.dataset.go) return "[data-ta-heading]";
    const place = inAgenda ? ".ta-agenda" : [".ta-nav", ".ta-t-tiles", ".ta-t-rows", ".ta-time"].find((one) => link.closest(one)) ?? ".ta";
    const event = link.dataset.goEvent ? `[data-go-event="${CSS.escape(link.dataset.goEvent)}"]` : ":not([data-go-event])";
    return `${place} [data-go="${CSS.escape(link.dataset.go)}"]${event}`;
  }

  function refocus() {
    if (!state.focus || document.activeElement !== document.body) return;
    const twins = [state.focus].flat().flatMap((one) => [...document.querySelectorAll(one)]);
    twins.find((one) => one.checkVisibility())?.focus({ preventScroll: true }); // on a phone the chart's links are hidden
  }

  function moved() {
    state.touched = true;
    state.focus = "";
  }

  function clicked(event) {
    const link = event.target.closest?.("a[data-go], a[data-go-view]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    state.focus = twin(link);
    const { stop, event: chosen, view } = state.wanted ?? data; // what was pressed before may still be on its way
    if (link.dataset.goView !== undefined) {
      for (const one of document.querySelectorAll("[data-go-view]")) mark(one, one === link);
      return send({ stop, event: chosen, view: link.dataset.goView });
    }
    const choice = { stop: link.dataset.go, event: link.dataset.goEvent || "", view };
    apply(choice);
    if (link.dataset.tile) for (const one of document.querySelectorAll("[data-tile]")) mark(one, one === link);
    send(choice);
  }

  document.addEventListener("click", clicked);
  document.addEventListener("pointerdown", moved, true);
  document.addEventListener("keydown", moved, true);
  // Streamlit forbids zooming on phones, which some readers need (WCAG 1.4.4).
  document.querySelector("meta[name=viewport]")?.setAttribute("content", "width=device-width, initial-scale=1");
  document.documentElement.dataset.touratlas = "ready";
  const observer = new MutationObserver(() => {
    const agenda = document.querySelector("[data-agenda]");
    const time = document.querySelector(".ta-time");
    if (time !== state.time || agenda !== state.agenda) sift();
    if (time !== state.time) apply(state.wanted ?? data);
    state.time = time;
    if (agenda && agenda !== state.agenda) settle();
    refocus();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  sift();
  settle();
  state.leave = () => {
    document.removeEventListener("click", clicked);
    document.removeEventListener("pointerdown", moved, true);
    document.removeEventListener("keydown", moved, true);
    observer.disconnect();
  };
  return state.leave;
}
