// The two views: what the article knew, and what happened. Outcomes stand once in the page, in the section of what happened
// later; the later view shows copies of them where they belong.
import { all, copy, data, make, one, say, tell } from "./page.js";
import { change, onChange, state } from "./choice.js";

let placed = false;

function place() {
  if (placed) return;
  placed = true;
  for (const row of all("#later [data-of]")) {
    const outcome = one(".ta-outcome", row);
    if (outcome) put(row.dataset, outcome);
  }
  for (const [stop, name] of Object.entries(data.names)) rename(stop, name);
}

function put({ of, id }, outcome) {
  const made = copy(outcome);
  if (of === "event") {
    const event = document.getElementById(`event=${id}`);
    one(".ta-claims", event).after(made);
    return;
  }
  const stop = document.getElementById(`stop=${id}`);
  if (of === "stop" && stop) one("header", stop).append(made);
  if (of === "way" && stop) (one(".ta-group", stop) ?? one("header", stop)).after(made);
  if (of === "way" && !stop) one("#ta-home")?.after(made);
}

// What reports call a stop, where that is another place than the article's.
function rename(stop, name) {
  const places = [...all(`[data-name="${CSS.escape(stop)}"]`), document.getElementById(`ta-agenda-title-${stop}`)];
  for (const each of places.filter(Boolean)) {
    each.setAttribute("data-renamed", "");
    each.append(make("span", { class: "ta-only-later ta-later", dir: "auto" }, name));
  }
}

export function laterSwitch() {
  const whose = one("[data-later]");
  const links = ["article", "later"].map((view) =>
    make("a", { href: `#view=${view}`, "data-go-view": view }, say(`view_${view}`)),
  );
  onChange((now, before, why) => {
    if (now.view === "later") place();
    if (whose) {
      whose.hidden = now.view !== "later";
      whose.textContent = `, ${say("and_later")}`;
    }
    for (const link of links) {
      if (link.dataset.goView === now.view) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (now.view !== before.view && why !== "load") tell(say("view_now", { name: say(`view_${now.view}`) }));
  });
  if (!one("#later")) return null;
  const items = links.map((link) => make("li", {}, link));
  return make("nav", { class: "ta ta-switch", "aria-label": say("view") }, make("ul", {}, ...items));
}

export function toggleView() {
  change({ view: state.view === "later" ? "article" : "later" }, "replace", "key");
}
