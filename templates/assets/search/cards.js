// Creates the pieces of a search result: facts, title, fix, and text with its matches marked.
// Used by page.js and palette.js, which also take the shared functions of site.js from here.
// Must not set HTML from data, only text.

export const ROOT = document.documentElement.dataset.root;

export const { element, t, pieces } = globalThis.hindsight;

/** Text with its matches marked, from [{text, hit}]. */
export function marks(parts) {
  return parts.map((part) => (part.hit ? element("mark", "", part.text) : part.text));
}

/** 2024-04-02 as 2 Apr 2024; also a month or a year alone. */
function dayText(date) {
  const [year, month, day] = date.split("-");
  if (!month) return year;
  const name = t("search.months").split(" ")[month - 1];
  return day ? t("search.day", String(Number(day)), name, year) : t("search.month", name, year);
}

/** The line above the title of a result. */
export function facts(found) {
  const all = element("p", "result-facts", element("span", "id", ...marks(found.id)));
  if (found.severity) all.append(globalThis.hindsight.severity(found.severity));
  if (found.date) {
    const date = element("time", "", dayText(found.date));
    date.dateTime = found.date;
    all.append(date);
  }
  for (const name of found.systems) all.append(element("span", "system", name));
  if (found.open > 0) all.append(element("span", "open", t("open-actions", found.open)));
  return all;
}

/** The title, as a link to the report. */
export function linkTo(found) {
  const link = element("a", "result-link", ...marks(found.title));
  link.href = ROOT + found.url;
  return link;
}

const FROM = {
  sentence: "fix-from.sentence",
  timeline: "fix-from.timeline",
  action: "fix-from.action",
};

/** What fixed the incident, if known. */
export function appendFix(item, { fix, from }) {
  if (!fix) return;
  const line = element("p", "result-fix", element("b", "", t("fix")), " ", ...marks(fix));
  if (from) line.append(" ", element("span", "none", t(FROM[from])));
  item.append(line);
}
