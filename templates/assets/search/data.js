// Loads JSON by its path, relative to the site's root, from a server or from disk.
// Used by searcher.js.
// Must not depend on what the data means.

// Pages opened from disk cannot use fetch. There the data is a script that calls hindsightData(path, data). Parts of
// the index exist only as such scripts. Over HTTP they are fetched as text, because there they refuse to run.

const IN_PAGE = typeof document !== "undefined";
const IS_FILE = IN_PAGE && location.protocol === "file:";
// In a worker, paths are relative to its script.
const ROOT = IN_PAGE ? document.documentElement.dataset.root : "../";
const PAUSES = [400, 1200];
const LONGEST_WAIT = 10_000;
const loading = new Map();

/** There is no data at a path, and retrying does not help. */
export class Gone extends Error {}

async function loadScript(path) {
  try {
    return await globalThis.hindsight.load(path);
  } catch {
    throw new Gone(path);
  }
}

async function fetchJson(path, cache) {
  const answer = await fetch(ROOT + path, { cache, signal: AbortSignal.timeout(LONGEST_WAIT) });
  if (answer.status === 404 || answer.status === 410) throw new Gone(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const text = await answer.text();
  return JSON.parse(path.endsWith(".js") ? text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")) : text);
}

async function persist(path, cache) {
  for (const pause of PAUSES) {
    try {
      return await fetchJson(path, cache);
    } catch (error) {
      if (error instanceof Gone) throw error;
      await new Promise((resolve) => { setTimeout(resolve, pause); });
    }
  }
  return fetchJson(path, cache);
}

/**
 * The data at a path such as "search.json". Fails after three attempts; callers may try again later.
 *
 * @param cache how fetch uses the browser's cache: "force-cache" for a file that never changes,
 *   "no-cache" to check for a newer version
 */
export function load(path, cache = "default") {
  if (!loading.has(path)) {
    const data = IS_FILE ? loadScript(path) : persist(path, cache);
    loading.set(path, data);
    const forget = () => loading.delete(path);
    data.then(forget, forget);
  }
  return loading.get(path);
}
