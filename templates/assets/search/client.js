// Connects the page to the searcher: in a worker, or in the page itself where workers are not available.
// Used by page.js and palette.js.
// Must not depend on what the messages between them mean.

// Pages opened from disk have no workers, and a policy may forbid workers.

import { ROOT } from "./cards.js";

async function inPage(receive) {
  await globalThis.hindsight.run("assets/search-engine.js");
  return globalThis.hindsight.searcher(receive);
}

/**
 * Returns a function that takes requests of searcher.js; answers go to `receive`.
 *
 * @param moved receives a replacement for this function if the worker fails to start
 */
export async function connect(receive, moved) {
  if (location.protocol === "file:") return inPage(receive);
  try {
    const worker = new Worker(globalThis.hindsight.script(`${ROOT}assets/search-engine.js`));
    worker.addEventListener("message", ({ data }) => receive(data));
    worker.addEventListener("error", async () => moved(await inPage(receive)), { once: true });
    return (message) => worker.postMessage(message);
  } catch {
    return inPage(receive);
  }
}
