// The agenda: it shows what is chosen, and what it shows while it scrolls is chosen.
import { data, markCurrent, one, page, say, tell, typing } from "./page.js";
import { change, onChange, state } from "./choice.js";
import { bareName } from "./strip.js";

const BELOW = 64; // px below the top of what is to be seen: there a jump brings its target
let jumpedTo = -1; // where a jump has left the page; while it stays there, scrolling chooses nothing
let waiting = false;
let own = false; // the strip test makes the page shorter or longer: until somebody does something, it scrolls by itself
const marked = [];

function mark(now) {
  const pill = one(`[data-go="${CSS.escape(now.stop)}"]`, one(".ta-nav"));
  markCurrent(marked, [document.getElementById(`event=${now.event}`), pill]);
}

// Where a reader reads: below the map where that stays above.
function line() {
  const fixed = one(innerWidth < 1000 ? ".ta-map-frame" : ".ta-tools");
  const above = fixed && getComputedStyle(fixed).position === "sticky" ? Math.max(0, fixed.getBoundingClientRect().bottom) : 0;
  return Math.min(innerHeight - 20, above + BELOW);
}

function jump(anchor) {
  const target = document.getElementById(anchor || "top");
  if (!target) return;
  for (let inner = target; inner; inner = inner.parentElement) if (inner.tagName === "DETAILS") inner.open = true;
  settle(target);
  // What was never drawn gets its height only now, and moves what is below it.
  requestAnimationFrame(() => settle(target));
}

function settle(target) {
  target.scrollIntoView({ block: "start" });
  jumpedTo = Math.round(scrollY);
}

function scrolled() {
  waiting = false;
  if (own) jumpedTo = Math.round(scrollY);
  if (Math.abs(scrollY - jumpedTo) < 3 || state.present || one("dialog[open]")) return;
  jumpedTo = -1;
  const box = one(".ta-scroll").getBoundingClientRect();
  const height = line();
  if (box.top > height || box.bottom < height) return;
  const at = document.elementFromPoint(Math.min(box.left + box.width / 2, innerWidth - 10), height);
  const event = at?.closest("[data-event]");
  const agenda = at?.closest("[data-agenda]");
  if (event && event.dataset.event !== state.event) {
    change({ anchor: `event=${event.dataset.event}` }, "replace", "scroll");
  } else if (!event && agenda && agenda.dataset.agenda && agenda.dataset.agenda !== state.stop) {
    change({ anchor: `stop=${agenda.dataset.agenda}` }, "replace", "scroll");
  }
}

export function step(by) {
  const ids = data.stops.map(([id]) => id);
  const next = state.stop ? ids.indexOf(state.stop) + by : by > 0 ? 0 : -1;
  if (next >= ids.length) return;
  change({ anchor: next < 0 ? "tour" : `stop=${ids[next]}`, open: "" }, "push", "key");
}

export function agenda() {
  onChange((now, before, why) => {
    mark(now);
    if (now.strip !== before.strip) own = true;
    if (why === "scroll" || why === "own") return;
    if (now.anchor !== before.anchor || why === "link") {
      if (!(why === "load" && !now.anchor)) jump(now.anchor);
    }
    if (now.stop !== before.stop && why !== "load") {
      const name = bareName(data.stops.find(([id]) => id === now.stop)?.[1] ?? say("whole_tour"));
      tell(say("chosen", { name }));
    }
  });
  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(kind, () => (own = false), { capture: true, passive: true });
  }
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(scrolled);
    waiting = true;
  }, { passive: true });
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || typing(event.target) || event.altKey || event.ctrlKey || event.metaKey || one("dialog[open]")) return;
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    event.preventDefault();
    step((event.key === "ArrowRight") === (getComputedStyle(page).direction !== "rtl") ? 1 : -1);
  });
}
