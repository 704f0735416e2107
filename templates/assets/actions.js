// The list of action items: what is overdue, how old each is, and filters whose state is the address.
// The page is whole without it; nothing that depends on today is written at build time.
"use strict";
(() => {
const DAY = 86_400_000;
const BATCH = 200;
const form = document.getElementById("ui-filters");
const body = document.getElementById("ui-rows");
const now = new Date();
const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());

const days = (count) => (count === 1 ? "1 day" : `${count} days`);
const since = (day) => Math.round((today - Date.parse(day)) / DAY);

/** Says of an open row how late it is and how long it has waited. */
function age(row) {
  if (row.dataset.state !== "open") return;
  for (const time of row.querySelectorAll("time")) {
    const passed = since(time.dateTime);
    const isDue = "due" in time.dataset;
    if (passed <= 0) continue;
    const note = element("span", isDue ? "overdue" : "age", isDue ? `${days(passed)} overdue` : days(passed));
    time.after(note);
  }
}

function element(name, style, text) {
  const made = document.createElement(name);
  if (style) made.className = style;
  if (text) made.textContent = text;
  return made;
}

function link(href, text) {
  const made = element("a", "", text);
  made.href = href;
  return made;
}

function cell(row, style, ...parts) {
  const made = element("td", style);
  const kind = parts[0] && parts[0].dataset;
  if (style === "row-date" && kind) made.dataset.label = "due" in kind ? "due" : "since";
  made.append(...parts.filter((part) => part));
  row.append(made);
}

function day(iso, kind) {
  if (!iso) return "";
  const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
  const time = element("time", "", new Date(iso).toLocaleDateString("en-GB", options));
  time.dateTime = iso;
  time.dataset[kind] = "";
  return time;
}

/** A row as the page has it, of an entry of actions.json. */
function row(item) {
  const made = element("tr");
  made.dataset.state = item.state;
  const of = element("span", "row-of");
  of.append(element("span", "id", item.incident), ` ${item.title}`);
  const priority = item.priority && element("span", "priority", item.priority);
  if (priority) priority.dataset.rank = item.rank;
  const state = element("span", "item-state", item.state);
  state.dataset.state = item.state;
  cell(made, "row-title", link(item.url, item.text.replace(/\s+/g, " ").trim() || "Action without words"), of);
  cell(made, "", priority);
  cell(made, "", item.owner || element("span", "none", "nobody"));
  cell(made, "row-date", day(item.due, "due"), item.due && item.dueDerived && element("span", "none", " by priority"));
  cell(made, "row-date", day(item.since, "since"));
  cell(made, "", state, item.ticket && " ", item.ticket && link(item.ticket, "ticket"));
  age(made);
  return made;
}

const loaded = new Promise((resolve) => {
  globalThis.hindsightData = (_, items) => resolve(items);
});

function load() {
  if (document.getElementById("ui-data") === null) {
    const script = element("script");
    script.id = "ui-data";
    script.src = globalThis.hindsightScript("actions.js");
    document.head.append(script);
  }
  return loaded;
}

const filters = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));

function passes(item, wanted) {
  const state = wanted.get("state") ?? "open";
  const owner = wanted.get("owner");
  return (state === "all" || item.state === state) &&
    (owner === null || (owner === "nobody" ? item.owner === null : owner === `=${item.owner}`)) &&
    (!wanted.has("system") || item.systems.includes(wanted.get("system"))) &&
    (!wanted.has("priority") || item.priority === wanted.get("priority"));
}

const more = element("button", "button", "Show more");
let asked = 0;

async function show() {
  const wanted = filters();
  const question = ++asked;
  history.replaceState(null, "", wanted.size > 0 ? `?${wanted}` : location.pathname);
  const found = (await load()).filter((item) => passes(item, wanted));
  if (question !== asked) return;
  document.getElementById("ui-count").textContent = found.length === 1 ? "1 action item" : `${found.length} action items`;
  document.querySelector(".pager")?.remove();
  let shown = 0;
  const next = () => {
    body.append(...found.slice(shown, shown + BATCH).map(row));
    shown += BATCH;
    more.hidden = shown >= found.length;
  };
  body.replaceChildren();
  more.onclick = next;
  next();
}

body?.querySelectorAll("tr").forEach(age);
if (form !== null) {
  form.hidden = false;
  more.type = "button";
  more.hidden = true;
  body.closest(".scroll").after(more);
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement) field.value = value;
  }
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (filters().size > 0) show();
  else {
    const done = body.querySelectorAll('tr:not([data-state="open"])');
    done.forEach((row) => (row.hidden = true));
    if (done.length === body.rows.length) document.getElementById("ui-count").textContent = "Nothing is open";
  }
}
})();
