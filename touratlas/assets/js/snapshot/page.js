// What all parts of the script share: the page's data, and how elements are made. Text becomes text nodes, never markup.
export const data = JSON.parse(document.getElementById("ta-data").textContent);
export const page = document.documentElement;

export function say(key, values = {}) {
  return data.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function make(name, attributes = {}, ...inner) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...inner);
  return made;
}

export function button(words, press, attributes = {}, ...inner) {
  const made = make("button", { type: "button", ...attributes }, ...(inner.length ? inner : [words]));
  if (inner.length) {
    made.setAttribute("aria-label", words);
    made.title = words;
  }
  made.addEventListener("click", press);
  return made;
}

export function one(selector, within = document) {
  return within.querySelector(selector);
}

export function all(selector, within = document) {
  return Array.from(within.querySelectorAll(selector));
}

// A copy that can stand beside its original: without ids.
export function copy(element) {
  const made = element.cloneNode(true);
  for (const each of [made, ...all("[id]", made)]) each.removeAttribute("id");
  return made;
}

const listener = make("div", { role: "status", class: "ta-vh" });

export function tell(words) {
  if (!listener.isConnected) document.body.append(listener);
  listener.textContent = words;
}

export function typing(target) {
  return target instanceof Element && target.closest("input, select, textarea, [contenteditable]") !== null;
}

// Marks some elements as the current ones, and no others of those that `marked` has had: in a page of a hundred thousand
// elements asking which they are would take longer than all the rest.
export function markCurrent(marked, elements) {
  for (const each of marked.splice(0)) each.removeAttribute("aria-current");
  for (const each of elements) {
    if (!each) continue;
    each.setAttribute("aria-current", "true");
    marked.push(each);
  }
}

// The links of the timeline by the event that they lead to, read off the page once.
let links = null;

export function linksTo(event) {
  if (!links) {
    links = new Map();
    for (const link of all(".ta-time [data-go-event]:not([data-tile])")) {
      const id = link.dataset.goEvent;
      if (!links.has(id)) links.set(id, []);
      links.get(id).push(link);
    }
  }
  return (links.get(event) ?? []).filter((link) => link.isConnected);
}

export function forgetLinks() {
  links = null;
}
