// Reports that were written anew since the index was: `hindsight serve` lays each over the index until the
// next one is made. What the index says of such a report is dropped, and what its amendment says takes the
// place. No DOM, no network.

/** An amendment as the manifest has it. */
export function openAmendment({ document, terms, postings, positions, changed, by }) {
  return {
    document,
    places: new Map(terms.map((term, place) => [term, place])),
    postings,
    positions,
    changes: new Map(changed.map((term, i) => [term, by[i]])),
  };
}

/** In how many more fields of documents a term stands than the index has it. */
export function changeOf(amendments, term) {
  return amendments.reduce((sum, { changes }) => sum + (changes.get(term) ?? 0), 0);
}

/** The terms of [{term, count}] with how common they are now, and those that are new; in no order. */
export function amendCounts(amendments, known, isAsked) {
  const counts = new Map(known.map(({ term, count }) => [term, count]));
  for (const { changes } of amendments) {
    for (const [term, change] of changes) if (isAsked(term)) counts.set(term, (counts.get(term) ?? 0) + change);
  }
  return [...counts].filter(([, count]) => count > 0).map(([term, count]) => ({ term, count }));
}

/** Where a term stands in one report, and the steps there, which come in the order of the fields. */
function* ownOf({ document, places, postings, positions }, term, fields) {
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

function* writtenOf(postings, steps, fields) {
  let from = 0;
  for (const { field, documents, frequencies, norms } of postings) {
    for (let i = 0; i < documents.length; i++) {
      const to = from + (fields[field].places ? frequencies[i] : 0);
      yield { field, document: documents[i], frequency: frequencies[i], norm: norms[i], steps: steps.slice(from, to) };
      from = to;
    }
  }
}

/** Each place of a term in a field of a document, in order, with the reports that were written anew. */
function amended(amendments, fields, term, postings, steps) {
  const gone = new Set(amendments.map(({ document }) => document));
  const all = [...writtenOf(postings, steps, fields)].filter(({ document }) => !gone.has(document));
  for (const amendment of amendments) all.push(...ownOf(amendment, term, fields));
  return all.sort((a, b) => a.field - b.field || a.document - b.document);
}

/** Where a term stands, as `postings` of index.js has it. */
export function amendPostings(amendments, fields, term, postings) {
  const all = amended(amendments, fields, term, postings, []);
  return fields.map((_, field) => all.filter((one) => one.field === field)).map((some, field) => ({
    field,
    documents: Int32Array.from(some, ({ document }) => document),
    frequencies: Int32Array.from(some, ({ frequency }) => frequency),
    norms: Uint8Array.from(some, ({ norm }) => norm),
  })).filter(({ documents }) => documents.length > 0);
}

/** The steps between its places. */
export function amendPositions(amendments, fields, term, postings, steps) {
  return amended(amendments, fields, term, postings, steps).flatMap((one) => one.steps);
}
