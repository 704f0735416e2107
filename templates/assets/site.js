// Every page: search from the keyboard, copy a link to a heading, preview an incident, show the age of actions.
// Loaded by base.peb on every page, before all other scripts of the site.
// Must not handle the search index, the lists or the content of a report: these have their own scripts.
"use strict";

// The scripts of the site share one object, globalThis.hindsight. This script makes it:
//
//   element(name, className, ...content)  a DOM element; content is text or nodes
//   severity(name)     a severity badge
//   script(path)       the address of one of the site's scripts, in the form that Trusted Types require
//   run(path)          runs such a script; the path is relative to the site's root
//   load(path)         the data at a path such as "lists/incidents.json"
//   age(node)          adds ages such as "12 days overdue" to the open actions inside a node
//   t(key, ...values)  a message of the group "script" in templates/messages/en.yml; if the first value is a
//                      number, it selects the form
//   pieces(key, ...values)  the same as a list of texts and nodes, for values that are nodes
//   messages           the messages by key; the build puts them in front of this script
//
// Other scripts add these members:
//
//   palette(text)      search.js: opens search over the page
//   searcher(receive)  search-engine.js: answers searches, see search/searcher.js
//   mermaid(text, colors)  mermaid.js: draws a diagram as SVG
//   cluster, searchCluster  search-engine.js of a site that names a cluster
//   amend, version     search-engine.js of `hindsight serve`
//
// Data scripts call globalThis.hindsightData(path, data), but only in a page from disk; over HTTP they are fetched as
// text. docs/search-format.md says why.

const { lang, dataset: { root, id, severities } } = document.documentElement;
const language = lang || "en";
const plurals = new Intl.PluralRules(language);
const { messages } = globalThis.hindsight;

function pieces(key, ...values) {
  const message = messages[key] ?? key;
  const form = typeof message === "string" ? message : message[plurals.select(values[0]) === "one" ? 0 : 1];
  const shown = (value) => (typeof value === "number" ? value.toLocaleString(language) : value);
  return form.split(/\{(\d)}/).flatMap((text, i) => (i % 2 === 0 ? text : shown(values[text])));
}

const t = (key, ...values) => pieces(key, ...values).join("");

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** A severity badge: color, shape and name. */
function severity(name) {
  const chip = element("span", "severity", name);
  chip.dataset.rank = severities.split("|").indexOf(name) + 1;
  return chip;
}

function button(text, act) {
  const made = element("button", "link", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

// Only known scripts from the site's own folder are loaded; the Trusted Types policy enforces it.
const SCRIPTS = [
  "incidents/[^/:?#]+",
  "search/[a-z]+-[0-9a-v-]+",
  "search",
  "lists/[a-z]+",
  "assets/(?:search(?:-engine)?|mermaid)",
  "service-worker",
].join("|");
const ALLOWED = new RegExp(`^(?:\\.\\./)*(?:${SCRIPTS})\\.js$`);
const allowed = (path) => {
  if (!ALLOWED.test(path)) throw new TypeError(path);
  return path;
};
const policy = globalThis.trustedTypes?.createPolicy("hindsight", { createScriptURL: allowed });

/** The address of a script in the form that Trusted Types require. */
const script = (path) => (policy ? policy.createScriptURL(path) : allowed(path));

const waiting = new Map();
globalThis.hindsightData = (path, data) => waiting.get(path)?.(data);

/** Runs a script by its path, relative to the site's root. */
const run = (path) => new Promise((resolve, reject) => {
  const tag = element("script");
  tag.onload = () => { tag.remove(); resolve(); };
  tag.onerror = () => { tag.remove(); reject(new Error(path)); };
  tag.src = script(root + path);
  document.head.append(tag);
});

async function fetchData(path) {
  const answer = await fetch(root + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const text = await answer.text();
  return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")));
}

const runData = (name, path) => new Promise((resolve, reject) => {
  waiting.set(name, resolve);
  run(path).catch(reject);
});

/** The data at a path such as "incidents/INC-2024-0112.json", out of its data script. */
function load(name) {
  const path = name.replace(/\.json$/, ".js");
  return location.protocol === "file:" ? runData(name, path) : fetchData(path);
}

// Keyboard shortcuts. A page with a large search field needs no search dialog.
const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
const KEYS = [
  ["/", t("keys.search")],
  ["↓ ↑", t("keys.move")],
  ["Enter", t("keys.open")],
  ["Esc", t("close")],
  ["?", t("keys.help")],
];

async function openSearch() {
  const field = document.querySelector("[data-search]:not(.quick *)");
  if (field === null) {
    // The small field has the text that was typed while the script was loading.
    const small = document.querySelector(".quick input");
    small?.focus();
    if (!hindsight.palette) await run("assets/search.js");
    hindsight.palette(small?.value ?? "");
    if (small) small.value = "";
  } else {
    field.focus();
    field.select();
  }
}

function openKeys() {
  const row = ([keys, does]) => {
    const caps = keys.split(" ").map((key) => element("kbd", "", key));
    return element("div", "", element("dt", "", ...caps), element("dd", "", does));
  };
  const keys = element("dl", "keys-list", ...KEYS.map(row));
  const close = button(t("close"), () => dialog.close());
  const dialog = element("dialog", "sheet", element("h2", "", t("keys.title")), keys, close);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => { if (target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const isPlain = !ctrlKey && !metaKey && !altKey && !isTyping(target);
  const asksForSearch = (key === "/" && isPlain) || (key.toLowerCase() === "k" && (ctrlKey || metaKey));
  if (!asksForSearch && !(key === "?" && isPlain) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  if (asksForSearch) openSearch().catch(() => location.assign(`${root}search.html`));
  else openKeys();
});

// A click on a permalink follows the link, copies its address, and offers a Markdown link with the ID and the text at
// the anchor.
const copied = element("div", "copied");
copied.setAttribute("role", "status");

function copyLink(link, isByKeyboard) {
  const place = link.closest("h1, h2, h3, h4, h5, h6, li, tr")?.cloneNode(true);
  place?.querySelectorAll(".permalink, .when, .step-number, .tag, td:not(.action-text), ul, ol")
    .forEach((part) => part.remove());
  const words = (place?.textContent ?? "").replace(/\s+/g, " ").trim();
  const name = [id, words.length > 80 ? `${words.slice(0, 79)}…` : words].filter(Boolean).join(": ");
  const markdown = `[${name.replace(/[\\[\]`<>]/g, "\\$&")}](${link.href})`;
  const status = element("span");
  const copy = (text, message) => navigator.clipboard.writeText(text).then(
    () => { status.textContent = message; },
    () => { status.textContent = t("link.failed"); });
  const copyUrl = () => copy(link.href, t("link.copied"));
  const copyMarkdown = () => copy(markdown, t("link.copied-markdown"));
  copied.replaceChildren(
    status, button(t("link.url"), copyUrl), button(t("link.markdown"), copyMarkdown));
  link.after(copied);
  copyUrl();
  // Wait until the browser has moved to the anchor, which removes the focus.
  if (isByKeyboard) setTimeout(() => copied.lastElementChild.focus());
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.permalink, a.when, a.step-number");
  if (link?.hash === "") event.preventDefault();
  if (link !== null && navigator.clipboard !== undefined) copyLink(link, event.detail === 0);
  else if (event.target.closest(".copied") === null) copied.remove();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !copied.isConnected) return;
  const link = copied.previousElementSibling;
  copied.remove();
  link.focus();
});

// A page at an old address keeps the anchor when it redirects. A redirect without a script would lose it.
const moved = document.querySelector("a[data-moved]");
if (moved !== null) location.replace(moved.href + location.hash);

const hindsight = Object.assign(globalThis.hindsight ??= {}, { element, severity, script, run, load, age, t, pieces });

// How late or how old an action is depends on today, so it is computed in the browser.
const DAY = 86_400_000;

/** Adds it to the dates of all open actions inside a node. */
function age(below) {
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  for (const time of below.querySelectorAll("time[data-due], time[data-since]")) {
    const passed = Math.round((today - Date.parse(time.dateTime)) / DAY);
    const isDue = "due" in time.dataset;
    if (passed <= 0 || time.dateTime.length < 10 || time.closest('[data-state]:not([data-state="open"])')) continue;
    // The page has reserved space, so that nothing moves.
    let note = time.nextElementSibling;
    if (note?.className !== "age") time.after(note = element("span"));
    note.className = isDue ? "overdue" : "age";
    note.textContent = t(isDue ? "overdue" : "age", passed);
  }
}
age(document);

// A time with a known zone has a tooltip with the time in the reader's zone.
document.addEventListener("pointerover", ({ target }) => {
  const time = target.closest?.('time[datetime*="T"]');
  if (!time || time.title || !/(?:Z|[+-]\d\d:\d\d)$/.test(time.dateTime)) return;
  const own = new Date(time.dateTime)
    .toLocaleString(language, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
  time.title = t("in-your-time-zone", own);
});

// Pointing at a link to an incident, or reaching it by keyboard, shows a preview.
const preview = element("div", "preview");
preview.popover = "manual";
let previewed = null;
let soon = 0;

const incidentOf = (link) => {
  if (!link?.pathname || link.origin !== location.origin) return null;
  if (link.closest(".toc, .copied, .crumbs, svg.heat")) return null;
  const path = new URL(link.href).pathname;
  const found = /\/incidents\/([^/]+)\.html$/.exec(path);
  return found && found[1] !== "index" && path !== location.pathname ? found[1] : null;
};

async function show(link, name) {
  const about = await load(`incidents/${decodeURIComponent(name)}.json`);
  if (previewed !== link) return;
  const facts = element("p", "card-facts", element("span", "id", about.id));
  if (about.severity) facts.append(severity(about.severity));
  if (about.date) facts.append(element("time", "", about.date));
  preview.replaceChildren(facts, element("b", "", about.title));
  if (about.summary) preview.append(element("p", "card-fix", about.summary));
  if (about.fix) preview.append(element("p", "card-fix", element("b", "", t("fix")), " ", about.fix.text));
  document.body.append(preview);
  preview.showPopover();
  const at = link.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = preview;
  const below = at.bottom + 8 + offsetHeight < innerHeight ? at.bottom + 8 : Math.max(8, at.top - 8 - offsetHeight);
  preview.style.left = `${Math.max(8, Math.min(at.left, innerWidth - offsetWidth - 8))}px`;
  preview.style.top = `${below}px`;
}

function hide() {
  previewed = null;
  preview.remove();
}

function look({ target, type }) {
  if (!target.closest) return;
  clearTimeout(soon);
  if (preview.contains(target)) return;
  const link = target.closest("a[href]");
  if (link !== null && link === previewed) return;
  const name = incidentOf(link);
  soon = setTimeout(() => {
    hide();
    if (name === null || (type === "focusin" && !link.matches(":focus-visible"))) return;
    previewed = link;
    show(link, name).catch(hide);
  }, name === null ? 150 : 350);
}

if ("popover" in preview && matchMedia("(hover: hover)").matches) {
  document.addEventListener("pointerover", look);
  document.addEventListener("focusin", look);
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") hide(); });
}

/** Turns offline storage on or off, as configured; never for pages opened from disk. */
async function keepSite() {
  if (!location.protocol.startsWith("http") || navigator.serviceWorker === undefined) return;
  const { offline } = document.documentElement.dataset;
  const scope = new URL(root || "./", location).href;
  if (offline === undefined) {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    const isOurs = registration?.scope === scope && registration.active?.scriptURL === `${scope}service-worker.js`;
    if (isOurs) await registration.unregister();
    // Pages that it still controls may write there once more: the next page deletes that too.
    await caches.delete(`hindsight ${scope}`);
    return;
  }
  await navigator.serviceWorker.register(script(`${root}service-worker.js`), { scope });
  const { active } = await navigator.serviceWorker.ready;
  // Load first what the reader waits for.
  if (!navigator.connection?.saveData) setTimeout(() => active.postMessage("keep"), 2000);
}
keepSite().catch(() => {});

// A pasted log would be too long for an address that servers see.
document.addEventListener("submit", (event) => {
  const form = event.target.closest('form[action$="search.html"]');
  const query = form?.elements.q?.value ?? "";
  if (query.length <= 1500) return;
  event.preventDefault();
  location.assign(`${form.getAttribute("action")}#${new URLSearchParams({ q: query })}`);
});

// A single-line field would join the lines of a log.
document.addEventListener("paste", (event) => {
  const field = event.target.closest("[data-search]");
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (field === null || !/[\r\n]/.test(text)) return;
  event.preventDefault();
  field.setRangeText(text.replace(/\s+/g, " ").slice(0, 20_000), field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
