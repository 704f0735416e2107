// The search page: reads the address, asks the searcher, shows the results. The address has the whole state.
// Called by main.js.
// Must not use the index: it only exchanges messages with searcher.js.

import { appendFix, element, facts, linkTo, marks, pieces, ROOT, t } from "./cards.js";
import { connect } from "./client.js";

const FACETS = ["system", "severity", "status", "year", "tag", "open"];
const DATES = ["since", "until"];
const PAGE_SIZE = 10;
/** A longer query goes after the `#` of the address, where no server sees it or rejects it. */
const LONGEST_IN_ADDRESS = 1500;
const FEW_VALUES = 12;

const view = Object.fromEntries(
  ["form", "query", "status", "trouble", "filters", "clear", "results", "more", "sort", "bar"].map((name) =>
    [name, document.getElementById(`ui-search-${name}`)]));

let ask = null;
let state = null;
let answer = null;
let shown = PAGE_SIZE;
let number = 0;
let opensFirst = false;
let focusAt = -1;

function readAddress() {
  const parameters = new URLSearchParams(location.search);
  const behind = new URLSearchParams(location.hash.slice(1));
  const filters = Object.fromEntries(FACETS.map((name) => [name, parameters.getAll(name)]));
  for (const name of DATES) filters[name] = parameters.get(name) ?? "";
  const sort = [...view.sort.options].find(({ value }) => value === parameters.get("sort"));
  return {
    query: behind.get("q") ?? parameters.get("q") ?? "",
    filters,
    sort: sort?.value ?? "relevance",
  };
}

function address() {
  const parameters = new URLSearchParams();
  const query = state.query.trim();
  const isLong = query.length > LONGEST_IN_ADDRESS;
  if (query && !isLong) parameters.set("q", state.query);
  for (const name of FACETS) state.filters[name].forEach((value) => parameters.append(name, value));
  for (const name of DATES) if (state.filters[name]) parameters.set(name, state.filters[name]);
  if (state.sort !== "relevance") parameters.set("sort", state.sort);
  const text = parameters.toString();
  return (text ? `?${text}` : location.pathname) + (isLong ? `#${new URLSearchParams({ q: state.query })}` : "");
}

function card(found) {
  const text = element("p", "result-text");
  const item = element("li", "result", facts(found), element("h2", "", linkTo(found)), text);
  item.dataset.document = found.document;
  appendFix(item, found);
  if (answer.terms.length > 0) item.append(why(found));
  item.dataset.url = found.url;
  if (found.passage) showPassage(item, found.passage);
  else inSight.observe(item);
  return item;
}

/** Loads the data of a report only when its card is about to be visible. */
const inSight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    inSight.unobserve(target);
    ask({ kind: "passage", number, document: Number(target.dataset.document), url: target.dataset.url });
  }
});

/** The passage that matched, or the summary if the query has no words. */
function showPassage(item, passage) {
  const text = item.querySelector(".result-text");
  if (passage === null || passage.text.length === 0) {
    return;
  }
  const content = marks(passage.text);
  if (passage.heading || passage.anchor) {
    const where = element("a", "result-where", passage.heading || t("search.summary"));
    const anchor = passage.anchor.startsWith("ui-") ? "" : `#${passage.anchor}`;
    where.href = item.querySelector(".result-link").getAttribute("href") + anchor;
    where.tabIndex = -1;
    content.unshift(where, " ");
  }
  text.replaceChildren(...content);
}

function why(found) {
  const details = element("details", "why", element("summary", "", t("why.title")));
  details.addEventListener("toggle", () => {
    if (!details.open || details.childElementCount > 1) return;
    ask({ kind: "explain", number, query: state.query, document: found.document });
  });
  return details;
}

/** Three significant digits. */
const THREE_DIGITS = new Intl.NumberFormat(document.documentElement.lang || "en", {
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
  useGrouping: false,
});

function figure(value) {
  return value >= 100 ? String(Math.round(value)) : THREE_DIGITS.format(value);
}

/** Names of the fields that are not sections of reports. */
const FIELDS = {
  id: "why.field-id",
  title: "why.field-title",
  systems: "why.field-systems",
  summary: "why.field-summary",
  text: "why.field-text",
};

function showReasons(place, parts) {
  const details = view.results.querySelector(`[data-document="${place}"] .why`);
  if (!details) return;
  const total = parts.reduce((sum, part) => sum + part.counts, 0);
  const row = (cells) => element("tr", "", ...cells.map((text) => element("td", "", text)));
  const rows = parts.sort((a, b) => b.counts - a.counts).map((part) => row([
    part.term,
    part.field in FIELDS ? t(FIELDS[part.field]) : part.field,
    part.n === null ? t("why.phrase") : t("why.count-of", part.n, part.documents),
    t("why.count-in", part.frequency, part.length),
    `${figure(part.boost)} × ${figure(part.idf)} × ${figure(part.tf)}${part.counts < part.score ? " ÷ 2" : ""}`,
    figure(part.counts),
  ]));
  const heads = ["why.word", "why.field", "why.incidents", "why.occurrences", "why.formula", "why.score"]
    .map((key) => Object.assign(element("th", "", t(key)), { scope: "col" }));
  const sum = row([t("why.total"), figure(total)]);
  sum.cells[0].colSpan = heads.length - 1;
  const table = element("table", "rows",
    element("thead", "", element("tr", "", ...heads)),
    element("tbody", "", ...rows),
    element("tfoot", "", sum));
  const frame = element("div", "scroll", table);
  frame.tabIndex = 0;
  details.append(frame);
}

const commonest = (a, b) => b.count - a.count || a.label.localeCompare(b.label, "en");

const ORDERS = {
  system: commonest,
  tag: commonest,
  status: commonest,
  severity: (a, b) => answer.severities.indexOf(a.label) - answer.severities.indexOf(b.label),
  year: (a, b) => (a.label > b.label ? -1 : 1),
  open: () => 0,
};

function groupOf(name) {
  return view.filters.querySelector(`[data-filter="${name}"]`);
}

function showFacet(name, values) {
  const group = groupOf(name);
  const list = group.querySelector("ul");
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.value : null;
  const items = values.map(([value, { label, count }]) => ({ value, label, count })).sort(ORDERS[name]);
  const isLong = items.length > FEW_VALUES && group.dataset.all === undefined;
  const visible = isLong ? items.filter((one, i) => i < FEW_VALUES || state.filters[name].includes(one.value)) : items;
  list.replaceChildren(...visible.map((one) => option(name, one)));
  if (isLong) list.append(element("li", "", moreOf(name, items.length - visible.length, values)));
  group.hidden = items.length === 0;
  if (name === openFacets().at(-1)) view.filters.dataset.answered = "";
  if (focused) list.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
}

function moreOf(name, count, values) {
  const button = element("button", "link", t("search.more", count));
  button.type = "button";
  button.addEventListener("click", () => {
    groupOf(name).dataset.all = "";
    const before = groupOf(name).querySelectorAll("input").length;
    showFacet(name, values);
    groupOf(name).querySelectorAll("input")[before]?.focus();
  });
  return button;
}

function option(name, { value, label, count }) {
  const box = element("input");
  box.type = "checkbox";
  box.name = name;
  box.value = value;
  box.dataset.value = `${name}:${value}`;
  box.checked = state.filters[name].includes(value);
  const text = element("span", "", name === "open" ? t("search.has-open-actions") : label);
  return element("li", "", element("label", "", box, text, element("span", "count", count)));
}

/** The filter groups that are open, whose counts are needed. */
function openFacets() {
  return view.filters.open ? FACETS.filter((name) => groupOf(name).open) : [];
}

function countOf({ count, withAll }) {
  if (withAll === count) return t("incidents", count);
  return withAll === 0 ? t("search.only-some", count) : t("search.some", count, withAll);
}

/** A link that searches for a word as typed: words in quotation marks are not corrected. */
function exactly(typed) {
  const link = element("a", "", typed);
  const query = state.query.replace(new RegExp(`(?<![\\p{L}"])${typed}(?![\\p{L}"])`, "giu"), '"$&"');
  const parameters = new URLSearchParams(location.search);
  parameters.set("q", query);
  link.href = `?${parameters}`;
  return link;
}

function correction({ typed, words, isKnown }) {
  const shown = words.flatMap((word, i) => [i > 0 ? ", " : "", element("b", "", word)]);
  return isKnown ? pieces("search.also-corrected", shown, exactly(typed)) : pieces("search.corrected", shown, typed);
}

function describe(found) {
  if (!found.query.trim()) return [t("incidents", found.count)];
  if (found.count === 0) return [t("search.nothing-hint")];
  if (found.pasted) return [t("search.rarest-words", found.count, found.terms.join(", "))];
  return [...found.respelt.flatMap((word) => [...correction(word), " "]), countOf(found)];
}

function hasFilters() {
  return FACETS.some((name) => state.filters[name].length > 0) || DATES.some((name) => state.filters[name]);
}

function showFound(found) {
  answer = found;
  inSight.disconnect();
  view.results.replaceChildren(...found.cards.map(card));
  view.status.replaceChildren(...describe(found));
  view.status.dataset.answered = found.query;
  view.results.dataset.answered = "";
  if (openFacets().length === 0) view.filters.dataset.answered = "";
  view.status.dataset.milliseconds = found.milliseconds.toFixed(2);
  view.trouble.hidden = !found.isIncomplete;
  view.more.hidden = found.count <= found.cards.length;
  view.bar.hidden = found.count < 2;
  view.clear.hidden = !hasFilters();
  if (focusAt >= 0) links()[focusAt]?.focus();
  focusAt = -1;
  if (opensFirst) openFirst();
}

const SHOW = {
  found: showFound,
  facet: ({ name, values }) => showFacet(name, values),
  passage({ document: place, passage }) {
    const item = view.results.querySelector(`[data-document="${place}"]`);
    if (item) showPassage(item, passage);
  },
  explained: ({ document: place, parts }) => showReasons(place, parts),
  slow: () => { view.status.textContent = t("search.loading"); },
  failed: () => {
    view.status.textContent = t("search.failed");
    view.trouble.hidden = false;
  },
};

/** Drops answers to all but the newest request. */
function receive(message) {
  if (message.number === number) SHOW[message.kind](message);
}

function request(typing) {
  number++;
  const { query, filters, sort } = state;
  ask({ kind: "search", number, query, filters, sort, most: shown, facets: openFacets(), typing });
}

function changed(replace, typing = false) {
  shown = PAGE_SIZE;
  opensFirst = false;
  history[replace ? "replaceState" : "pushState"](null, "", address());
  request(typing);
}

function links() {
  return [...view.results.querySelectorAll(".result-link")];
}

/** Arrow keys move from the field through the results and back. */
function move(event) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || event.target.closest("input:not([type=search]), select, textarea")) return;
  const all = links();
  const to = all.indexOf(document.activeElement) + step;
  if (to >= all.length) return;
  event.preventDefault();
  (to < 0 ? view.query : all[to]).focus();
}

/** The report whose ID was typed, or else the best result. */
function openFirst() {
  opensFirst = false;
  const typed = state.query.trim().toLowerCase();
  const known = answer.cards.find((one) => one.name.toLowerCase() === typed) ?? answer.cards[0];
  if (known) location.assign(ROOT + known.url);
}

function showState() {
  for (const name of FACETS) if (state.filters[name].length > 0) groupOf(name).open = true;
  view.query.value = state.query;
  view.sort.value = state.sort;
  for (const name of DATES) view.filters.querySelector(`[name="${name}"]`).value = state.filters[name];
}

function listenToFilters() {
  view.filters.addEventListener("change", ({ target }) => {
    const { name, value, checked } = target;
    if (DATES.includes(name)) {
      const isDate = /^(\d{4}(-\d\d){0,2})?$/.test(value.trim());
      target.setCustomValidity(isDate ? "" : t("search.bad-date"));
      if (!target.reportValidity()) return;
      state.filters[name] = value.trim();
    } else {
      const others = state.filters[name].filter((other) => other !== value);
      state.filters[name] = checked ? [...others, value] : others;
    }
    changed(false);
  });
  // Closed groups are not counted: their data is loaded when they are opened.
  view.filters.addEventListener("toggle", () => { if (answer) request(false); }, true);
  view.clear.addEventListener("click", () => {
    for (const name of FACETS) state.filters[name] = [];
    for (const name of DATES) state.filters[name] = "";
    showState();
    changed(false);
    view.query.focus();
  });
}

function listen() {
  view.query.addEventListener("input", () => {
    const wasEmpty = !state.query.trim();
    state.query = view.query.value;
    changed(!wasEmpty, true);
  });
  view.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!state.query.trim()) return;
    opensFirst = true;
    if (answer !== null && answer.number === number) openFirst();
  });
  view.sort.addEventListener("change", () => {
    state.sort = view.sort.value;
    changed(false);
  });
  view.more.addEventListener("click", () => {
    focusAt = shown;
    shown += PAGE_SIZE;
    request(false);
  });
  view.trouble.querySelector("button").addEventListener("click", again);
  addEventListener("online", () => { if (!view.trouble.hidden) again(); });
  document.addEventListener("keydown", move);
  addEventListener("popstate", () => {
    state = readAddress();
    showState();
    shown = PAGE_SIZE;
    request(false);
  });
}

function again() {
  ask({ kind: "again" });
  request(false);
}

/** Starts the search page. */
export async function startPage() {
  state = readAddress();
  showState();
  view.query.focus();
  // On a narrow screen the results come first.
  view.filters.open = matchMedia("(min-width: 60rem)").matches;
  view.status.textContent = t("search.loading");
  try {
    ask = await connect(receive, (other) => {
      ask = other;
      request(false);
    });
  } catch {
    view.status.textContent = t("search.no-search");
    return;
  }
  // Use text that was typed in the meantime.
  state.query = view.query.value || state.query;
  listen();
  listenToFilters();
  request(false);
}
