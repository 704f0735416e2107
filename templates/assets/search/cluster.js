// Writes the requests to an OpenSearch cluster that rank as engine.js does, and reads the answers.
// Used by elsewhere.js.
// Must not use the DOM or the network.

// docs/opensearch.md describes the fields. The terms that the words of a query stand for
// come from the site's own index.

import { bare, FACETS, facetValue, FEW, terms } from "./engine.js";
import { plan, withoutSpelling } from "./plan.js";
import { parse } from "./query.js";

/** The best field of a term counts in full, its other fields by half. */
const ELSEWHERE = 0.5;
const MOST_VALUES = 1000;
const NOTHING = { match_none: {} };
const EVERYTHING = { match_all: {} };

function inFields(fields, boost, ask) {
  const queries = fields.map(({ name, weight }) => ask(`terms.${name}`, weight));
  return { dis_max: { queries, tie_breaker: ELSEWHERE, boost } };
}

function ofTerm(index, term, worth) {
  return inFields(index.fields, worth, (field, boost) => ({ term: { [field]: { value: term, boost } } }));
}

/** A phrase of terms; the cluster's analyzer splits them at line ends. */
function ofSide(index, side) {
  return inFields(index.fields.filter(({ places }) => places), 1, (field, boost) =>
    ({ match_phrase: { [field]: { query: side.join("\n"), analyzer: "hindsight_terms", boost } } }));
}

function ofSlot(index, slot) {
  if (slot.side) return ofSide(index, slot.side);
  if (slot.terms.size === 0) return NOTHING;
  return { dis_max: { queries: [...slot.terms].map(([term, worth]) => ofTerm(index, term, worth)), tie_breaker: 0 } };
}

function ofAll(index, slots) {
  return slots.length === 0 ? NOTHING : { bool: { must: slots.map((slot) => ofSlot(index, slot)) } };
}

function ofAny(index, slots) {
  return slots.length === 0 ? NOTHING :
    { bool: { should: slots.map((slot) => ofSlot(index, slot)), minimum_should_match: 1 } };
}

const having = (field, value) => ({ term: { [field]: value } });
const holding = (field, value) => ({ wildcard: { [field]: { value: `*${value}*` } } });
const beginning = (field, value) => ({ prefix: { [field]: value } });

/** The test of each filter in a query, as TESTS in engine.js. */
const TESTS = {
  system: (value) => holding("bare.system", bare(value)),
  severity: (value) => having("bare.severity", bare(value)),
  status: (value) => holding("bare.status", bare(value)),
  year: (value) => beginning("date", value),
  before: (value) => ({ range: { date: { lt: value } } }),
  after: (value) => ({ range: { date: { gte: value } } }),
  tag: (value) => having("bare.tag", bare(value)),
  owner: (value) => holding("bare.owner", bare(value)),
  id: (value) => beginning("bare.id", value.toLowerCase()),
};

function allowed(filters) {
  return Object.entries(filters).map(([key, values]) => ({ bool: { should: values.map(TESTS[key]) } }));
}

/** The labels for values of a facet. */
function labels(index, name, values) {
  if (name !== "system") return values;
  return Object.keys(index.systems).filter((label) => values.includes(facetValue(index, name, label)));
}

function chosen(index, filters, except) {
  const tests = FACETS.filter((name) => name !== except && filters[name]?.length > 0)
    .map((name) => ({ terms: { [name]: labels(index, name, filters[name]) } }));
  if (filters.since) tests.push(TESTS.after(filters.since));
  if (filters.until) tests.push(TESTS.before(filters.until));
  return { bool: { filter: tests } };
}

const NEWEST = { number: "desc" };
const ORDERS = {
  relevance: ["_score", NEWEST],
  newest: [NEWEST],
  severity: [{ rank: "asc" }, "_score", NEWEST],
  longest: [{ lasted: "desc" }, "_score", NEWEST],
};

function counted(index, filters, facets) {
  return Object.fromEntries(facets.map((name) => [name, {
    filter: chosen(index, filters, name),
    aggs: { values: { terms: { field: name, size: MOST_VALUES } } },
  }]));
}

/**
 * Turns {query, filters, sort, most, facets} into {lines, slots, pasted}, where `lines` is the body for _msearch: four
 * searches, for the number of all incidents, the number with all words, those with all words, and those with any word.
 * As with `search`, the result is only valid if index.missing is empty afterwards.
 */
export function question(index, { query: text, filters = {}, sort = "relevance", most, facets = [] }) {
  const query = parse(text);
  const { slots, pasted } = plan(index, query.wanted);
  const isWanted = query.wanted.length > 0;
  const not = query.unwanted.map((clause) => ofAll(index, withoutSpelling(plan(index, [clause]).slots)));
  const hits = (asked) => ({
    query: { bool: { must: [asked], filter: allowed(query.filters), must_not: not } },
    post_filter: chosen(index, filters),
    aggs: counted(index, filters, facets),
    sort: isWanted ? ORDERS[sort] : ORDERS[sort].filter((one) => one !== "_score"),
    size: most,
    track_total_hits: true,
    track_scores: true,
    _source: ["number", "card"],
  });
  const all = isWanted ? ofAll(index, slots) : EVERYTHING;
  const any = isWanted ? ofAny(index, slots) : EVERYTHING;
  const searches = [
    { size: 0, track_total_hits: true },
    { size: 0, track_total_hits: FEW, query: all },
    hits(all),
    hits(any),
  ];
  return { slots, pasted, lines: searches.map((one) => `{}\n${JSON.stringify(one)}\n`).join("") };
}

function facet(index, filters, name, buckets) {
  const values = new Map((filters[name] ?? []).map((value) => [value, { label: value, count: 0 }]));
  for (const { key, doc_count: count } of buckets) {
    values.set(facetValue(index, name, key), { label: key, count });
  }
  return values;
}

/**
 * Turns the answer to a question into a result like that of `search`, except that hits have their cards and `found` has
 * the counts of each facet. Null if the cluster could not answer, or has a different number of incidents than the site.
 */
export function reading(index, { slots, pasted }, { filters = {}, facets = [] }, { responses }) {
  if (responses.some(({ error, timed_out: late, _shards: shards }) => error || late || shards.failed > 0)) return null;
  const [there, having, all, any] = responses.map((one) => ({ ...one, count: one.hits.total.value }));
  if (there.count !== index.documents) return null;
  const isAny = pasted || having.count < FEW;
  const best = isAny ? any : all;
  return {
    count: best.count,
    withAll: pasted ? 0 : all.count,
    hits: best.hits.hits.map(({ _score: score, _source: { number, card } }) => ({ document: number, score, card })),
    found: Object.fromEntries(facets.map((name) =>
      [name, facet(index, filters, name, best.aggregations[name].values.buckets)])),
    ...terms(slots),
    pasted,
  };
}
