// The long lists: incidents, systems, actions. Sorts and filters all rows; what is wanted stands in the
// address. The pages are whole without it. The rows come as data once somebody asks for others than the
// page has, and are shown in parts.
"use strict";

const BATCH = 24;
/** What a row may be tall, so that the page is about as long as it will be. */
const ROW = 70;
const form = document.getElementById("ui-list");
const table = document.querySelector("table.list");
const count = document.getElementById("ui-count");
const { element, t, pieces } = globalThis.hindsight;
const { root } = document.documentElement.dataset;

function link(path, text, className) {
  const made = element("a", className, text);
  made.href = root + path;
  return made;
}

function chip(kind, text, rank) {
  const made = element("span", kind, text);
  if (rank) made.dataset.rank = rank;
  return text ? made : "";
}

function time(iso, text, kind) {
  const made = element("time", "", text);
  made.dateTime = iso;
  if (kind) made.dataset[kind] = "";
  return iso ? made : "";
}

const none = (text) => element("span", "none", text);
const is = (value) => (row, wanted) => [value(row)].flat().includes(wanted);

/** Of each list: the keys that rows are sorted by, in the order of the columns; what filters ask; words; cells. */
const LISTS = {
  // id, title, path, rank, severity, systems, minutes, lasted, date, day, status, open actions
  incidents: {
    all: "list.incidents",
    some: "list.incidents-of",
    keys: { title: (r) => r[1].toLowerCase(), severity: (r) => r[3], systems: (r) => r[5].join(), lasted: (r) => r[6], date: (r) => r[8] },
    down: ["lasted", "date"],
    filters: { severity: is((r) => r[4]), system: is((r) => r[5]), year: is((r) => r[8].slice(0, 4)), status: is((r) => r[10]), open: (r) => r[11] > 0 },
    words: (r) => [r[0], r[1], r[5], r[10]],
    cells: ([id, title, path, rank, severity, systems, , lasted, date, day]) => [
      ["row-title", link(path, title), element("span", "id", id)],
      ["", chip("severity", severity, rank)],
      ["row-systems", ...systems.slice(0, 2).flatMap((name) => [element("span", "system", name), " "]), systems.length > 2 ? none(`+${systems.length - 2}`) : ""],
      ["number", lasted],
      ["row-date", date ? time(date, day) : none(t("list.no-date"))]],
  },
  // name, path, details, incidents, title, path and date of the last, day, open actions
  systems: {
    all: "list.systems",
    some: "list.systems-of",
    keys: { name: (r) => r[0].toLowerCase(), incidents: (r) => r[3], last: (r) => r[6], open: (r) => r[8] },
    down: ["incidents", "last", "open"],
    filters: {},
    words: (r) => [r[0], r[2]],
    cells: ([name, path, details, incidents, title, last, date, day, open]) => [
      ["row-title", link(path, name), element("span", "row-of", details)],
      ["number", incidents],
      ["", title ? element("span", "last", link(last, title), time(date, day)) : ""],
      ["number", open]],
  },
  // path, text, incident, its title, rank, priority, owner, since, day, due, day, whether by priority, state, ticket, systems
  actions: {
    all: "list.actions",
    some: "list.actions-of",
    keys: { action: (r) => r[1].toLowerCase(), priority: (r) => r[4], owner: (r) => r[6].toLowerCase(), due: (r) => r[9], since: (r) => r[7], state: (r) => r[12] },
    down: [],
    filters: {
      state: (r, wanted) => wanted === "all" || r[12] === (wanted || "open"),
      owner: (r, wanted) => wanted === (r[6] ? `=${r[6]}` : "nobody"),
      system: is((r) => r[14]),
      priority: is((r) => r[5]),
    },
    words: (r) => [r[1], r[2], r[3], r[6], r[14]],
    cells: ([path, text, id, title, rank, priority, owner, since, day, due, dueDay, derived, state, ticket]) => [
      ["row-title", link(path, text), element("span", "row-of", element("span", "id", id), ` ${title}`)],
      ["", chip("priority", priority, rank)],
      ["", owner || none(t("list.nobody"))],
      ["row-date", time(due, dueDay, "due"), derived ? none(` ${t("list.by-priority")}`) : ""],
      ["row-date", time(since, day, "since")],
      ["", stateOf(state), ...(ticket ? [" ", Object.assign(link("", t("list.ticket")), { href: ticket })] : [])]],
    state: 12,
  },
};

function stateOf(state) {
  const made = element("span", "item-state", state);
  made.dataset.state = state;
  return made;
}

const name = form.dataset.list;
const list = LISTS[name];
const heads = [...table.tHead.rows[0].cells];

function rowOf(data) {
  const made = element("tr", "", ...list.cells(data).map(([className, ...content]) => element("td", className, ...content)));
  if (list.state) made.dataset.state = data[list.state];
  globalThis.hindsight.age(made);
  return made;
}

let loaded = null;

/** All rows, with the names of systems in the place of their numbers. */
async function load() {
  loaded ??= globalThis.hindsight.load(`lists/${name}.json`);
  const { systems, rows } = await loaded;
  if (systems.length > 0) {
    for (const row of rows) row.forEach((cell, i) => { if (Array.isArray(cell)) row[i] = cell.map((place) => systems[place] ?? place); });
    systems.length = 0;
  }
  return rows;
}

function wanted() {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim() !== ""));
}

function found(rows, asked) {
  const words = (asked.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const passing = rows.filter((row) =>
    Object.entries(list.filters).every(([filter, passes]) => (!asked.has(filter) && filter !== "state") || passes(row, asked.get(filter) ?? "")) &&
    (words.length === 0 || words.every((word) => list.words(row).join(" ").toLowerCase().includes(word))));
  const key = list.keys[asked.get("sort")];
  if (!key) return passing;
  const way = asked.has("down") ? -1 : 1;
  return passing.map((row) => [key(row), row])
    .sort(([a], [b]) => (a === b ? 0 : a === "" ? 1 : b === "" ? -1 : (a < b ? -1 : 1) * way))
    .map(([, row]) => row);
}

const end = element("div");
const empty = element("p", "empty");
const elsewhere = element("a", "", t("list.search"));
let asking = 0;
let rest = [];

/** Adds rows until they reach below what the reader sees: a few to a frame, so that nothing is held up. */
const reached = new IntersectionObserver((seen) => { if (seen.at(-1).isIntersecting) showMore(); }, { rootMargin: "9999999px 0px 1200px" });

function showMore() {
  // A part out of sight is not laid out, and the table only counts parts.
  const part = element("tbody", "later", ...rest.splice(0, BATCH).map(rowOf));
  part.style.containIntrinsicHeight = `auto ${part.rows.length * ROW}px`;
  table.append(part);
  end.style.height = `${rest.length * ROW}px`;
  reached.disconnect();
  if (rest.length > 0) requestAnimationFrame(() => reached.observe(end));
}

const frame = () => new Promise(requestAnimationFrame);

async function show() {
  const asked = wanted();
  const number = ++asking;
  history.replaceState(null, "", asked.size > 0 ? `?${asked}` : location.pathname);
  table.ariaBusy = "true";
  try {
    const rows = await load();
    await frame();
    if (number !== asking) return;
    // What is shown now may still ask for more of its own rows.
    const next = found(rows, asked);
    await frame();
    if (number !== asking) return;
    rest = next;
    showFound(rows.length, asked);
  } catch {
    loaded = null;
    table.ariaBusy = null;
    count.textContent = t("list.failed");
  }
}

function showFound(all, asked) {
  count.textContent = rest.length === all ? t(list.all, all) : t(list.some, rest.length, all);
  document.querySelector(".pager")?.remove();
  empty.hidden = rest.length > 0;
  table.hidden = rest.length === 0;
  elsewhere.href = `${root}search.html?${new URLSearchParams({ q: asked.get("q") ?? "" })}`;
  form.elements.clear.hidden = asked.size === 0;
  markHeads(asked);
  delete table.dataset.open;
  table.ariaBusy = null;
  [...table.tBodies].forEach((part) => part.remove());
  showMore();
}

function markHeads(asked) {
  Object.keys(list.keys).forEach((key, i) => {
    if (asked.get("sort") === key) heads[i].ariaSort = asked.has("down") ? "descending" : "ascending";
    else heads[i].removeAttribute("aria-sort");
  });
}

function sortBy(key) {
  const { sort, down } = form.elements;
  down.checked = sort.value === key ? !down.checked : list.down.includes(key);
  sort.value = key;
  show();
}

function readAddress() {
  for (const [key, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(key);
    if (field?.type === "checkbox") field.checked = true;
    else if (field) field.value = value;
    if (field?.selectedIndex < 0) field.selectedIndex = 0;
  }
}

Object.keys(list.keys).forEach((key, i) => {
  const button = element("button", "link", ...heads[i].childNodes);
  button.type = "button";
  button.addEventListener("click", () => sortBy(key));
  heads[i].append(button);
});
const clear = element("button", "link", t("list.clear"));
clear.type = "button";
empty.append(...pieces("list.empty", clear, elsewhere));
for (const button of [clear, form.elements.clear]) {
  button.addEventListener("click", () => {
    form.reset();
    show();
    form.elements.q.focus();
  });
}
empty.hidden = true;
table.after(empty, end);
readAddress();
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
if (wanted().size > 0) show();
