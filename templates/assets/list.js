// Sorts and filters the long lists of incidents, systems and actions.
// Loaded by incidents.peb, systems.peb and actions.peb, on the first page of a list.
// Must not know how rows are made: the page is complete without this script, and lists/*.js has all rows.
"use strict";

// The state is in the address. The rows are loaded when the reader first sorts or filters, and shown in batches.

const BATCH = 24;
/** The estimated height of a row in pixels, which reserves space for rows that are not shown yet. */
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

/** A filter for rows whose value, or one of whose values, is the wanted one. */
const has = (valueOf) => (row, wanted) => [valueOf(row)].flat().includes(wanted);

/**
 * Each list: messages for all rows and for some, the columns of its data in their order (ListData.java), the sort keys
 * in the order of the table's columns, which of these start descending, filters, searched texts, and table cells as
 * [class, ...content].
 */
const LISTS = {
  incidents: {
    all: "list.incidents",
    some: "list.incidents-of",
    columns: [
      "id", "title", "path", "rank", "severity", "systems", "minutes", "duration", "date", "day", "status",
      "openActions",
    ],
    keys: {
      title: (row) => row.title.toLowerCase(),
      severity: (row) => row.rank,
      systems: (row) => row.systems.join(),
      lasted: (row) => row.minutes,
      date: (row) => row.date,
    },
    down: ["lasted", "date"],
    filters: {
      severity: has((row) => row.severity),
      system: has((row) => row.systems),
      year: has((row) => row.date.slice(0, 4)),
      status: has((row) => row.status),
      open: (row) => row.openActions > 0,
    },
    words: (row) => [row.id, row.title, row.systems, row.status],
    cells: (row) => [
      ["row-title", link(row.path, row.title), element("span", "id", row.id)],
      ["", chip("severity", row.severity, row.rank)],
      ["row-systems", ...systemChips(row.systems)],
      ["number", row.duration],
      ["row-date", row.date ? time(row.date, row.day) : none(t("list.no-date"))],
    ],
  },
  systems: {
    all: "list.systems",
    some: "list.systems-of",
    columns: ["name", "path", "details", "incidents", "lastTitle", "lastPath", "lastDate", "lastDay", "openActions"],
    keys: {
      name: (row) => row.name.toLowerCase(),
      incidents: (row) => row.incidents,
      last: (row) => row.lastDate,
      open: (row) => row.openActions,
    },
    down: ["incidents", "last", "open"],
    filters: {},
    words: (row) => [row.name, row.details],
    cells: (row) => [
      ["row-title", link(row.path, row.name), element("span", "row-of", row.details)],
      ["number", row.incidents],
      ["", ...lastOf(row)],
      ["number", row.openActions],
    ],
  },
  actions: {
    all: "list.actions",
    some: "list.actions-of",
    columns: [
      "path", "text", "incident", "incidentTitle", "rank", "priority", "owner", "since", "sinceDay", "due", "dueDay",
      "isDueDerived", "state", "ticket", "systems",
    ],
    keys: {
      action: (row) => row.text.toLowerCase(),
      priority: (row) => row.rank,
      owner: (row) => row.owner.toLowerCase(),
      due: (row) => row.due,
      since: (row) => row.since,
      state: (row) => row.state,
    },
    down: [],
    filters: {
      state: (row, wanted) => wanted === "all" || row.state === (wanted || "open"),
      owner: (row, wanted) => wanted === (row.owner ? `=${row.owner}` : "nobody"),
      system: has((row) => row.systems),
      priority: has((row) => row.priority),
    },
    words: (row) => [row.text, row.incident, row.incidentTitle, row.owner, row.systems],
    cells: (row) => [
      [
        "row-title",
        link(row.path, row.text),
        element("span", "row-of", element("span", "id", row.incident), ` ${row.incidentTitle}`),
      ],
      ["", chip("priority", row.priority, row.rank)],
      ["", row.owner || none(t("list.nobody"))],
      ["row-date", time(row.due, row.dueDay, "due"), row.isDueDerived ? none(` ${t("list.by-priority")}`) : ""],
      ["row-date", time(row.since, row.sinceDay, "since")],
      ["", stateOf(row.state), ...ticketOf(row.ticket)],
    ],
  },
};

const MOST_SYSTEMS = 2;

function systemChips(names) {
  const chips = names.slice(0, MOST_SYSTEMS).flatMap((name) => [element("span", "system", name), " "]);
  const more = names.length - MOST_SYSTEMS;
  return more > 0 ? [...chips, none(`+${more}`)] : chips;
}

function lastOf({ lastTitle, lastPath, lastDate, lastDay }) {
  return lastTitle ? [element("span", "last", link(lastPath, lastTitle), time(lastDate, lastDay))] : [];
}

function ticketOf(address) {
  return address ? [" ", Object.assign(element("a", "", t("list.ticket")), { href: address })] : [];
}

const STATES = { open: "list.is-open", done: "list.is-done", dropped: "list.is-dropped" };

function stateOf(state) {
  const made = element("span", "item-state", t(STATES[state]));
  made.dataset.state = state;
  return made;
}

const name = form.dataset.list;
const list = LISTS[name];
const heads = [...table.tHead.rows[0].cells];

function rowOf(row) {
  const cells = list.cells(row).map(([className, ...content], i) => {
    const cell = element("td", className, ...content);
    // What a narrow screen, which hides the heads, shows in front of a number or date.
    const { label } = heads[i].dataset;
    if (label) cell.dataset.label = label;
    return cell;
  });
  const made = element("tr", "", ...cells);
  if (row.state) made.dataset.state = row.state;
  globalThis.hindsight.age(made);
  return made;
}

let loaded = null;

/** The rows of the data as objects. The data refers to systems by number; the objects have their names. */
function named({ systems, rows }) {
  return rows.map((cells) => {
    const row = Object.fromEntries(list.columns.map((column, i) => [column, cells[i]]));
    return row.systems ? { ...row, systems: row.systems.map((number) => systems[number]) } : row;
  });
}

function load() {
  loaded ??= globalThis.hindsight.load(`lists/${name}.json`).then(named);
  return loaded;
}

function wanted() {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim() !== ""));
}

function hasWords(row, words) {
  if (words.length === 0) return true;
  const text = list.words(row).join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}

function found(rows, asked) {
  const words = (asked.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  // Without a choice of the state, only open actions are shown.
  const filters = Object.entries(list.filters).filter(([filter]) => asked.has(filter) || filter === "state");
  const passing = rows.filter((row) =>
    filters.every(([filter, passes]) => passes(row, asked.get(filter) ?? "")) && hasWords(row, words));
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

/** Adds rows until they fill the visible area: a few per frame, so that the page stays responsive. */
const reached = new IntersectionObserver((seen) => {
  if (seen.at(-1).isIntersecting) showMore();
}, { rootMargin: "9999999px 0px 1200px" });

function showMore() {
  // The browser skips the layout of batches that are out of sight.
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
    // The rows that are shown now may still load more of their own.
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
