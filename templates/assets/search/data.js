// Loads data by its path below the site's root. A page that was opened from disk may not fetch, so
// there the same data comes as a script that calls hindsightData(path, data).

export const ROOT = document.documentElement.dataset.root;
const IS_FILE = location.protocol === "file:";
const loaded = new Map();
const waiting = new Map();

// Scripts come from the site's own folder only; the browser holds us to it.
const policy = globalThis.trustedTypes?.createPolicy("hindsight", {
  createScriptURL(path) {
    if (!/^(?:\.\.\/)?(?:incidents\/[^/:?#]+|search(?:-positions)?)\.js$/.test(path)) throw new TypeError(path);
    return path;
  },
});

globalThis.hindsightData = (path, data) => waiting.get(path)?.(data);

function loadScript(path) {
  return new Promise((resolve, reject) => {
    waiting.set(path, resolve);
    const script = document.createElement("script");
    const source = ROOT + path.replace(/\.json$/, ".js");
    script.onerror = () => reject(new Error(path));
    script.src = policy ? policy.createScriptURL(source) : source;
    document.head.append(script);
  });
}

async function fetchJson(path) {
  const answer = await fetch(ROOT + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

/** The data at a path such as "search.json"; asked for once. A failure may be tried again. */
export function load(path) {
  if (!loaded.has(path)) {
    const data = IS_FILE ? loadScript(path) : fetchJson(path);
    loaded.set(path, data);
    data.catch(() => loaded.delete(path));
  }
  return loaded.get(path);
}
