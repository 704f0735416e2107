// Connects the page to the searcher: in a worker, or in the page itself where workers are not available.
// Used by page.js and palette.js.
// Must not know what the messages between them mean.

// A page that was opened from disk has no workers, and a policy may forbid them.

import { ROOT } from "./cards.js";

async function inPage(receive) {
  await globalThis.hindsight.run("assets/search-engine.js");
  return globalThis.hindsight.searcher(receive);
}

/**
 * A function that takes what searcher.js takes; answers go to `receive`.
 *
 * @param moved is given another such function where the worker could not be started after all
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
