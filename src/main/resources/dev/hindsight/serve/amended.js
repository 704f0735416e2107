// Adds edited reports to the search index until the next build.
// Loaded by `hindsight serve` in front of search-engine.js; called by search/index.js.
// Must not be part of a published site.
"use strict";

// An amendment in the manifest replaces what the index says of a report. docs/search-format.md describes amendments.

(globalThis.hindsight ??= {}).amend = (() => {
  const opened = new WeakMap();
  /** The postings that the index returned last for each term. */
  const last = new Map();

  /** The amendments of an index. */
  const of = (index) => {
    if (!opened.has(index)) {
      const all = Object.entries(index.inline).filter(([name]) => name.startsWith("amendment-"));
      opened.set(index, all.map(([, { document, terms, postings, positions, changed, by }]) => ({
        document,
        postings,
        positions,
        places: new Map(terms.map((term, place) => [term, place])),
        changes: new Map(changed.map((term, i) => [term, by[i]])),
      })));
    }
    return opened.get(index);
  };

  /** The amended candidates for typo suggestions, by index. */
  const spelt = new WeakMap();

  /** Compares by code point, as Lucene does. */
  const compare = (a, b) => {
    const [these, those] = [Array.from(a), Array.from(b)];
    const at = these.findIndex((sign, i) => sign !== those[i]);
    if (at < 0 || at >= those.length) return these.length - those.length;
    return these[at].codePointAt(0) - those[at].codePointAt(0);
  };

  /** The postings and steps of a term in an amendment, in the order of the fields. */
  function* own({ document, places, postings, positions }, term, fields) {
    const place = places.get(term);
    if (place === undefined) return;
    const list = postings[place];
    let from = 0;
    for (let at = 0; at < list.length; at += 3) {
      const [field, frequency, norm] = list.slice(at, at + 3);
      const to = from + (fields[field].places ? frequency : 0);
      yield { field, document, frequency, norm, steps: positions[place].slice(from, to) };
      from = to;
    }
  }

  function* written(postings, steps, fields) {
    let from = 0;
    for (const { field, documents, frequencies, norms } of postings) {
      for (let i = 0; i < documents.length; i++) {
        const to = from + (fields[field].places ? frequencies[i] : 0);
        yield {
          field,
          document: documents[i],
          frequency: frequencies[i],
          norm: norms[i],
          steps: steps.slice(from, to),
        };
        from = to;
      }
    }
  }

  /** The postings of a term after all amendments, in order. */
  const merged = (index, term, postings, steps) => {
    const gone = new Set(of(index).map(({ document }) => document));
    const all = [...written(postings, steps, index.fields)].filter(({ document }) => !gone.has(document));
    for (const amendment of of(index)) all.push(...own(amendment, term, index.fields));
    return all.sort((a, b) => a.field - b.field || a.document - b.document);
  };

  /** The index of the first entry in a sorted list whose term is not before another term. */
  const placeOf = (list, term) => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(list[middle].term, term) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** Applies the changes one by one, because they are few compared with the list. */
  const respelt = (spellings, { gone, spellings: come }) => {
    const all = [...spellings];
    const take = (term, ...others) => {
      const place = placeOf(all, term);
      all.splice(place, all[place]?.term === term ? 1 : 0, ...others);
    };
    for (const term of gone) take(term);
    for (let i = 0; i < come.length; i += 3) {
      const [term, count, word] = come.slice(i, i + 3);
      take(term, { term, count, word: word || term });
    }
    return all;
  };

  const known = {
    /** How common a term is. */
    count: (count, index, term) => of(index).reduce((sum, { changes }) => sum + (changes.get(term) ?? 0), count),

    /** The terms that begin with a text, [{term, count}]. */
    terms(terms, index, text) {
      const counts = new Map(terms.map(({ term, count }) => [term, count]));
      for (const { changes } of of(index)) {
        for (const [term, by] of changes) if (term.startsWith(text)) counts.set(term, (counts.get(term) ?? 0) + by);
      }
      return [...counts].filter(([, count]) => count > 0).map(([term, count]) => ({ term, count }))
        .sort((a, b) => compare(a.term, b.term));
    },

    /** The candidates for typo suggestions, [{term, count, word}]. */
    spellings(spellings, index) {
      if (!spelt.has(index)) spelt.set(index, respelt(spellings, index.inline["amended-spellings"]));
      return spelt.get(index);
    },

    /** The postings of a term. */
    postings(postings, index, term) {
      last.set(term, postings);
      const all = merged(index, term, postings, []);
      return index.fields.map((_, field) => all.filter((one) => one.field === field)).map((some, field) => ({
        field,
        documents: Int32Array.from(some, ({ document }) => document),
        frequencies: Int32Array.from(some, ({ frequency }) => frequency),
        norms: Uint8Array.from(some, ({ norm }) => norm),
      })).filter(({ documents }) => documents.length > 0);
    },

    /** The differences between its positions. */
    positions: (steps, index, term) => merged(index, term, last.get(term), steps).flatMap((one) => one.steps),
  };

  return (kind, written, index, term) => (of(index).length > 0 ? known[kind](written, index, term) : written);
})();

// live.js passes on every change. A worker knows what its page asked last, and answers it again.
(() => {
  let asked = null;
  let version = null;
  let age = 0;
  globalThis.hindsight.version = () => (age > 0 ? `?${age}` : "");
  if (typeof document === "undefined") {
    addEventListener("message", ({ data }) => { if (data.kind === "search") asked = data; });
  }
  const channel = new BroadcastChannel("hindsight-live");
  channel.addEventListener("message", ({ data }) => {
    if (data === "which" || data.search === version) return;
    const isFirst = version === null;
    version = data.search;
    if (isFirst) return;
    age++;
    if (asked) dispatchEvent(new MessageEvent("message", { data: { ...asked, typing: false } }));
  });
  channel.postMessage("which");
})();
