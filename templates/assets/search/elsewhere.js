// Asks an OpenSearch cluster instead of the site's own index.
// Loaded in front of search-engine.js if the site has a cluster (Assets.java); called by searcher.js.
// Must not depend on how results are shown, or keep the reader waiting: it gives up early.

import { question, reading } from "./cluster.js";

const { url, index: name } = globalThis.hindsight.cluster;
/** Milliseconds to wait for the cluster before the site's own index answers ... */
const LONGEST_WAIT = 1500;
/** ... and until the cluster is asked again after a failure. */
const REST = 30_000;
/** As in searcher.js: while the reader is typing, it waits for a pause of this many milliseconds. */
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
 * The result of `search` in engine.js, with cards and counts. Null if the site must search by itself, because the
 * cluster does not answer in time or has a different number of incidents.
 *
 * @param complete repeats a call until no part of the index that it needs is missing
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
