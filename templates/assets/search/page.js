// The search page: reads the address, searches, shows. The address is the whole state.

import {
  FILTERS, counts, filtered, marked, needsPositions, openIndex, openPositions, passage, search,
} from "./engine.js";
import { ROOT, load } from "./data.js";

const PAGE_SIZE = 10;
const view = Object.fromEntries(
  ["form", "query", "status", "filters", "results", "more"].map((name) =>
    [name, document.getElementById(`ui-search-${name}`)]));

let index = null;
let state = null;
let shown = PAGE_SIZE;

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function readAddress() {
  const parameters = new URLSearchParams(location.search);
  const filters = Object.fromEntries(FILTERS.map((name) => [name, parameters.getAll(name)]));
  return { query: parameters.get("q") ?? "", filters };
}

function address() {
  const parameters = new URLSearchParams();
  if (state.query.trim()) parameters.set("q", state.query);
  for (const name of FILTERS) state.filters[name].forEach((value) => parameters.append(name, value));
  const text = parameters.toString();
  return text ? `?${text}` : location.pathname;
}

function marks(text, terms) {
  return marked(text, terms).map((part) => (part.hit ? element("mark", "", part.text) : part.text));
}

function severity(name) {
  const chip = element("span", "severity", name);
  chip.dataset.rank = view.form.dataset.severities.split("|").indexOf(name) + 1;
  return chip;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 2024-04-02 as 2 Apr 2024, or as much of it as there is. */
function dayText(date) {
  const [year, month, day] = date.split("-");
  return [day && Number(day), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}

function card(hit, terms) {
  const found = index.documents[hit.document];
  const link = element("a", "result-link", ...marks(found.title, terms));
  link.href = ROOT + found.url;
  const facts = element("p", "result-facts", element("span", "id", ...marks(found.id, terms)));
  if (found.severity) facts.append(severity(found.severity));
  if (found.date) {
    const date = element("time", "", dayText(found.date));
    date.dateTime = found.date;
    facts.append(date);
  }
  for (const place of found.systems) facts.append(element("span", "system", index.systems[place].name));
  const text = element("p", "result-text", ...marks(found.summary, terms));
  const item = element("li", "result", facts, element("h2", "", link), text);
  if (found.fix) {
    item.append(element("p", "result-fix", element("b", "", "Fix"), " ", ...marks(found.fix, terms)));
  }
  if (terms.length > 0) showPassage(found, terms, text, link);
  return item;
}

/** Puts the passage that matched in place of the summary, when the report's data has come. */
async function showPassage(found, terms, text, link) {
  const place = found.url.replace(/\.html$/, ".json");
  try {
    const best = passage((await load(place)).sections, terms);
    if (best === null) return;
    const where = element("a", "result-where", best.heading || "Summary");
    where.href = link.href + (best.anchor.startsWith("ui-") ? "" : `#${best.anchor}`);
    where.tabIndex = -1;
    text.replaceChildren(where, " ", ...marks(best.text, terms));
  } catch {
    // The summary stays: less than was hoped for, but true.
  }
}

const LABELS = {
  system: (value) => index.systems.find((system) => system.slug === value)?.name ?? value,
  severity: (value) => value,
  year: (value) => value,
};

const ORDERS = {
  system: (a, b) => b[1] - a[1] || LABELS.system(a[0]).localeCompare(LABELS.system(b[0]), "en"),
  severity: (a, b) => (a[0] < b[0] ? -1 : 1),
  year: (a, b) => (a[0] > b[0] ? -1 : 1),
};

function showFilters(hits) {
  for (const name of FILTERS) {
    const group = view.filters.querySelector(`[data-filter="${name}"] ul`);
    const focused = document.activeElement?.dataset?.value;
    const items = [...counts(index, hits, state.filters, name)].sort(ORDERS[name]);
    group.replaceChildren(...items.map(([value, count]) => option(name, value, count)));
    group.parentElement.hidden = items.length === 0;
    if (focused) group.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
  }
}

function option(name, value, count) {
  const box = element("input");
  box.type = "checkbox";
  box.name = name;
  box.value = value;
  box.dataset.value = `${name}:${value}`;
  box.checked = state.filters[name].includes(value);
  return element("li", "", element("label", "", box, element("span", "", LABELS[name](value)),
    element("span", "count", String(count))));
}

function some(count, result, incidents) {
  if (result.withAll === result.hits.length) return incidents;
  if (result.withAll === 0) return `No incident has all of these words. ${incidents} with some of them:`;
  return `${incidents}; ${result.withAll} of them with all of the words, first`;
}

function describe(count, result) {
  const incidents = count === 1 ? "1 incident" : `${count} incidents`;
  if (!state.query.trim()) return incidents;
  if (count === 0) return "No incident matches.";
  if (result.pasted) return `${incidents} with some of the most telling words: ${result.terms.join(", ")}`;
  const words = result.respelt.map((word) => `“${word}”`).join(" or ");
  const spelt = words && `No incident has ${words}; these have words spelt like ${result.respelt.length > 1 ? "them" : "it"}. `;
  return spelt + some(count, result, incidents);
}

function everything() {
  const hits = index.documents.map((_, document) => ({ document, score: 0 }));
  return { hits, withAll: hits.length, terms: [], respelt: [], pasted: false };
}

/** Positions are only loaded for the first phrase; then it shows anew. */
async function withPositions() {
  view.status.textContent = "Loading the index of phrases …";
  try {
    openPositions(index, await load("search-positions.json"));
    show();
  } catch {
    view.status.textContent = "Phrases cannot be searched now: a part of the index could not be loaded. Type to try again.";
  }
}

function show() {
  if (!index.positions && needsPositions(state.query)) {
    withPositions();
    return;
  }
  const result = state.query.trim() ? search(index, state.query) : everything();
  const hits = filtered(index, result.hits, state.filters);
  const withAll = filtered(index, result.hits.slice(0, result.withAll), state.filters).length;
  view.status.textContent = describe(hits.length, { ...result, hits, withAll });
  view.results.replaceChildren(...hits.slice(0, shown).map((hit) => card(hit, result.terms)));
  view.more.hidden = hits.length <= shown;
  showFilters(result.hits);
}

function changed(replace) {
  shown = PAGE_SIZE;
  history[replace ? "replaceState" : "pushState"](null, "", address());
  show();
}

function links() {
  return [...view.results.querySelectorAll(".result-link")];
}

/** Arrows walk from the field through the results and back. */
function move(event) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || event.target.type === "checkbox") return;
  const all = links();
  const to = all.indexOf(document.activeElement) + step;
  if (to >= all.length) return;
  event.preventDefault();
  (to < 0 ? view.query : all[to]).focus();
}

function listen() {
  view.query.addEventListener("input", () => {
    const wasEmpty = !state.query.trim();
    state.query = view.query.value;
    changed(!wasEmpty);
  });
  view.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const known = index.documents.find((one) => one.id.toLowerCase() === state.query.trim().toLowerCase());
    const [first] = links();
    if (known) location.assign(ROOT + known.url);
    else if (first && state.query.trim()) location.assign(first.href);
  });
  view.filters.addEventListener("change", (event) => {
    const { name, value, checked } = event.target;
    const others = state.filters[name].filter((other) => other !== value);
    state.filters[name] = checked ? [...others, value] : others;
    changed(false);
  });
  view.more.addEventListener("click", () => {
    const next = shown;
    shown += PAGE_SIZE;
    show();
    links()[next]?.focus();
  });
  document.addEventListener("keydown", move);
  addEventListener("popstate", () => {
    state = readAddress();
    view.query.value = state.query;
    shown = PAGE_SIZE;
    show();
  });
}

async function start() {
  state = readAddress();
  view.query.value = state.query;
  view.query.focus();
  // On a narrow screen the results come first.
  view.filters.open = matchMedia("(min-width: 60rem)").matches;
  view.status.textContent = "Loading the index …";
  try {
    index = openIndex(await load("search.json"));
  } catch {
    view.status.textContent = "The search index could not be loaded. Reload the page to try again.";
    return;
  }
  // What was typed while the index was on its way counts.
  state.query = view.query.value;
  listen();
  show();
}

start();
