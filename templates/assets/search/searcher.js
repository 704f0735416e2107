// Answers the requests of the search page and the palette with the engine, and loads the data that it needs.
// Loaded by client.js as search-engine.js, in a worker or in the page.
// Must not use the DOM: a worker has none.

import { Gone, load } from "./data.js";
import { counts, explain, search } from "./engine.js";
import { marked, passage } from "./excerpt.js";
import { addPart, card, giveUp, openIndex } from "./index.js";

/** While the reader is typing, parts are only loaded after a pause of this many milliseconds. */
const TYPING_PAUSE = 90;
const SLOW = 500;
const MOST_REPORTS = 200;

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

function passageOf(report, terms) {
  const best = passage(report.sections, terms);
  if (best === null) return { heading: "", anchor: "", text: marked(report.summary.slice(0, 280), terms) };
  return { ...best, text: marked(best.text, terms) };
}

/**
 * Returns a function that takes requests; answers go to `send`. A newer request of a kind cancels the one before it.
 * This protocol is internal to these modules; docs/search-format.md does not describe it.
 *
 *   {kind: "search", number, query, filters, sort, most, facets, typing} is answered by "found", then by one
 *     "facet" for each name in facets
 *   {kind: "passage", number, document, url} by "passage", for a card without one
 *   {kind: "explain", number, query, document} by "explained"
 *   {kind: "again"} forgets which parts could not be loaded
 */
export function openSearcher(send) {
  let index = null;
  let newest = 0;
  let last = null;
  let renewed = false;
  const reports = new Map();

  /** `hindsight serve` reports new versions of the manifest. Parts stay valid: their names depend on their content. */
  async function opened() {
    const age = globalThis.hindsight?.version?.() ?? "";
    if (index?.age === age) return index;
    reports.clear();
    return { ...openIndex(await load(`search.json${age}`, "no-cache"), index?.parts), age };
  }

  /** After a rebuild, parts have new names, which the new manifest has. */
  async function renew() {
    if (renewed) return false;
    renewed = true;
    const fresh = openIndex(await load("search.json", "no-cache"));
    const isOther = JSON.stringify(fresh.terms.parts) !== JSON.stringify(index.terms.parts);
    if (isOther) index = fresh;
    return isOther;
  }

  async function loadPart(name) {
    const from = index;
    try {
      addPart(from, name, await load(`search/${name}.js`, "force-cache"));
    } catch (error) {
      const isNew = error instanceof Gone && await renew().catch(() => false);
      if (!isNew) giveUp(from, name);
    }
  }

  /** Loads the missing parts and tries again until there is an answer. */
  async function complete(number, ask, wait) {
    for (;;) {
      index.missing.clear();
      const answer = ask();
      const missing = [...index.missing];
      if (missing.length === 0) return answer;
      if (wait > 0) await pause(wait);
      if (number !== newest) return null;
      await Promise.all(missing.map(loadPart));
      if (number !== newest) return null;
    }
  }

  function shown(hit) {
    const { terms } = last;
    const about = hit.card ?? card(index, hit.document);
    if (about === null) return null;
    const report = reports.get(about.url);
    return {
      ...about,
      document: hit.document,
      id: marked(about.id, terms),
      name: about.id,
      title: marked(about.title, terms),
      fix: about.fix && marked(about.fix, terms),
      passage: report && passageOf(report, terms),
    };
  }

  async function answerSearch(request) {
    const { number, facets } = request;
    const timer = setTimeout(() => send({ kind: "slow", number }), SLOW);
    try {
      const fresh = await opened();
      if (number !== newest) return;
      index = fresh;
      index.isIncomplete = false;
      let milliseconds = 0;
      // A site with a cluster includes elsewhere.js. Its hits have cards, and its `found` has counts.
      const searchHere = () => {
        const start = performance.now();
        const answer = search(index, request);
        milliseconds = performance.now() - start;
        return answer;
      };
      const found = await globalThis.hindsight?.searchCluster?.(request, complete, index) ??
          await complete(number, searchHere, request.typing ? TYPING_PAUSE : 0);
      if (found === null) return;
      last = found;
      const cards = await complete(number, () => found.hits.map(shown));
      if (cards === null) return;
      const { count, withAll, respelt, pasted, terms } = found;
      const there = cards.filter((one) => one !== null);
      send({ kind: "found", number, query: request.query, count, withAll, respelt, pasted, terms,
        isIncomplete: index.isIncomplete, milliseconds, cards: there, severities: index.severities });
      clearTimeout(timer);
      await Promise.all(facets.map((name) => answerFacet(number, name, request.filters)));
    } catch {
      if (number === newest) send({ kind: "failed", number });
    } finally {
      clearTimeout(timer);
    }
  }

  async function answerFacet(number, name, filters) {
    const { found } = last;
    const values = await complete(number, () => found[name] ?? counts(index, found, filters, name));
    if (values !== null) send({ kind: "facet", number, name, values: [...values] });
  }

  async function answerPassage({ number, document, url }) {
    const { terms } = last;
    let passage = null;
    try {
      const report = await load(url.replace(/\.html$/, ".json"));
      if (reports.size >= MOST_REPORTS) reports.clear();
      reports.set(url, report);
      passage = passageOf(report, terms);
    } catch {
      // The card stays without a passage.
    }
    if (number === newest) send({ kind: "passage", number, document, passage });
  }

  async function answerExplain({ number, query, document }) {
    const parts = await complete(number, () => explain(index, query, document));
    if (parts !== null) send({ kind: "explained", number, document, parts });
  }

  return (request) => {
    if (request.kind === "search") {
      newest = request.number;
      renewed = false;
      // What was typed in the meantime comes first.
      setTimeout(() => { if (request.number === newest) answerSearch(request); }, 0);
    } else if (request.kind === "passage" && last !== null) {
      answerPassage(request);
    } else if (request.kind === "explain" && index !== null) {
      answerExplain(request);
    } else if (request.kind === "again") {
      index?.lost.clear();
    }
  };
}

if (typeof document === "undefined") {
  const answer = openSearcher((message) => postMessage(message));
  addEventListener("message", ({ data }) => answer(data));
} else {
  globalThis.hindsight.searcher = openSearcher;
}
