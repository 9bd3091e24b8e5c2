// Puts the parts together: what only a script can do gets its controls here.
import { agenda, step } from "./agenda.js";
import { begin } from "./choice.js";
import { button, make, one, page, say } from "./page.js";
import { findings } from "./findings.js";
import { laterSwitch } from "./later.js";
import { maps } from "./map.js";
import { panel } from "./panel.js";
import { presentation } from "./present.js";
import { search } from "./search.js";
import { strip } from "./strip.js";
import { timeline } from "./timeline.js";

function start() {
  const tools = make(
    "section",
    { class: "ta ta-tools", "aria-label": say("tools") },
    laterSwitch() ?? "",
    presentation(),
    search(),
    strip(),
    make(
      "div",
      { class: "ta-steps" },
      make("span", { class: "ta-hint" }, say("hint")),
      button(say("previous"), () => step(-1), { class: "ta-button" }, "←"),
      button(say("next"), () => step(1), { class: "ta-button" }, "→"),
    ),
    one(".ta-strip-top"),
  );
  one(".ta-toc").after(tools);
  // What stands still below the tools, and what is scrolled to there, begins where they end.
  new ResizeObserver(() => page.style.setProperty("--ta-top", `${tools.offsetHeight}px`)).observe(tools);
  maps();
  timeline();
  findings();
  agenda();
  panel();
  begin();
  page.dataset.ready = "";
}

// What is in the page is drawn first; it needs none of this.
if (document.visibilityState === "hidden") start();
else requestAnimationFrame(() => setTimeout(start));
