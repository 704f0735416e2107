// Asks an OpenSearch cluster instead of the site's own index.
// Loaded in front of search-engine.js where the site names a cluster (Assets.java); called by searcher.js.
// Must not know how results are shown, nor keep the reader waiting: it gives up early.

import { question, reading } from "./cluster.js";

const { url, index: name } = globalThis.hindsight.cluster;
/** A cluster that has not answered by then is slower than the site's own index ... */
const LONGEST_WAIT = 1500;
/** ... and is not waited for again so soon. */
const REST = 30_000;
/** As in searcher.js: while somebody is typing, it is only asked when a key has not been hit for so long. */
const TYPING_PAUSE = 90;

let asking = new AbortController();
let restsUntil = 0;

async function ask(lines, signal) {
  const answer = await fetch(`${url}/${name}/_msearch`, {
    method: "POST",
    headers: { "Content-Type": "application/x-ndjson" },
    credentials: "omit",
    body: lines,
    signal,
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/**
 * What the search of engine.js gives, with cards and counts; null where the site is to search by itself: the cluster
 * does not answer in time, or has other incidents.
 *
 * @param complete asks again until no part of the site's list of terms is missing
 */
globalThis.hindsight.searchCluster = async (request, complete, index) => {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  if (performance.now() < restsUntil) return null;
  const asked = await complete(request.number, () => question(index, request), request.typing ? TYPING_PAUSE : 0);
  if (asked === null || index.missing.size > 0) return null;
  if (request.typing) await new Promise((resolve) => { setTimeout(resolve, TYPING_PAUSE); });
  if (signal.aborted) return null;
  try {
    const answer = await ask(asked.lines, AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT)]));
    const found = reading(index, asked, request, answer);
    if (found !== null) return found;
  } catch {
    if (signal.aborted) return null;
  }
  restsUntil = performance.now() + REST;
  return null;
};
