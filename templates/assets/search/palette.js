// The search dialog on any page: a field and the best results. The search page has everything else.
// Called by main.js and, through `hindsight.palette`, by site.js.
// Must not use the index: it only exchanges messages with searcher.js.

import { appendFix, element, facts, linkTo, ROOT, t } from "./cards.js";
import { connect } from "./client.js";

const MOST = 6;
const NO_FILTERS = { system: [], severity: [], status: [], year: [], tag: [], open: [], since: "", until: "" };

let ask = null;
let number = 0;
let opensFirst = false;

const field = element("input");
const results = element("ol", "results");
const status = element("p", "status");
const more = element("a", "onward", t("search.all-results"));
const form = element("form", "hero-search", field);
const dialog = element("dialog", "sheet palette", form, status, results, more);
Object.assign(field, {
  type: "search",
  placeholder: t("search.hint"),
  ariaLabel: t("search.label"),
  autocomplete: "off",
  spellcheck: false,
});
field.dataset.search = "";
dialog.ariaLabel = t("search.title");
form.role = "search";
form.action = `${ROOT}search.html`;
status.role = "status";

const links = () => [...results.querySelectorAll("a")];

function item(found) {
  const made = element("li", "result", facts(found), element("b", "", linkTo(found)));
  appendFix(made, found);
  return made;
}

function receive(message) {
  if (message.number !== number) return;
  if (message.kind === "found") {
    const { count, cards } = message;
    results.replaceChildren(...cards.map(item));
    status.textContent = count > 0 ? t("incidents", count) : t("search.nothing");
    more.hidden = !count;
    if (opensFirst) links()[0]?.click();
  } else if (message.kind === "failed") {
    status.textContent = t("search.failed");
  }
}

function search() {
  const query = field.value;
  number++;
  opensFirst = false;
  more.href = `${ROOT}search.html?${new URLSearchParams({ q: query.slice(0, 1500) })}`;
  if (query.trim()) {
    ask?.({
      kind: "search",
      number,
      query,
      filters: NO_FILTERS,
      sort: "relevance",
      most: MOST,
      facets: [],
      typing: true,
    });
  } else {
    results.replaceChildren();
    status.textContent = "";
    more.hidden = true;
  }
}

field.addEventListener("input", search);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (results.childElementCount > 0) links()[0].click();
  else opensFirst = field.value.trim();
});
dialog.addEventListener("click", ({ target }) => { if (target === dialog) dialog.close(); });
dialog.addEventListener("close", () => dialog.remove());
dialog.addEventListener("keydown", (event) => {
  // Some browsers only empty the field.
  if (event.key === "Escape") {
    event.preventDefault();
    dialog.close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = [field, ...links()];
  event.preventDefault();
  all[Math.max(0, Math.min(all.length - 1, all.indexOf(document.activeElement) + step))].focus();
});

/** Opens the dialog with the text that was typed while it was loading. */
export async function openPalette(typed) {
  document.body.append(dialog);
  dialog.showModal();
  if (typed) field.value = typed;
  else field.select();
  field.focus();
  // Earlier results are still valid, and must not change while the reader moves through them.
  if (typed || !results.childElementCount) search();
  if (ask !== null) return;
  try {
    ask = await connect(receive, (other) => {
      ask = other;
      search();
    });
    search();
  } catch {
    receive({ number, kind: "failed" });
  }
}
