// Keeps the site for use offline: its pages that were read, the search index, styles and scripts.
// Loaded by site.js, where the configuration sets `offline`.
// Must not know the content of pages or use the DOM; it is a service worker.
"use strict";

// The network comes first, as long as it answers soon. Parts of the index are named after their content, so the cache
// comes first for them.

const SCOPE = new URL("./", self.location).href;
/** One for each site of an origin; site.js deletes it by this name. */
const KEPT = `hindsight ${SCOPE}`;
const SHELL = [
  "index.html", "search.html", "offline.html", "search.json", "assets/site.css", "assets/site.js",
  "assets/search.js", "assets/search-engine.js", "assets/favicon.svg",
];
const PART = /^search\/[a-z]+-[0-9a-v-]+\.js$/;
const PARTS_IN_A_DIRECTORY = 256;
const SOON = 4000;
/** An index of at most this many bytes of JSON is stored in advance. */
const MOST = 20_000_000;
const AT_ONCE = 4;

const pathOf = (url) => url.slice(SCOPE.length).replace(/[?#].*$/, "");

/** Pages are stored by path only: just scripts read what follows the ?. */
const keyOf = (url) => SCOPE + (pathOf(url).replace(/(^|\/)$/, "$1index.html"));

function mayBeKept(answer) {
  return answer.ok && answer.type === "basic" && !answer.redirected;
}

async function fetchAndKeep(request) {
  const answer = await fetch(request);
  if (mayBeKept(answer)) {
    const copy = answer.clone();
    // If the disk is full, still show the page.
    await caches.open(KEPT).then((cache) => cache.put(keyOf(request.url), copy)).catch(() => {});
  }
  return answer;
}

async function kept(url) {
  return (await caches.open(KEPT)).match(keyOf(url));
}

async function partFirst(request) {
  return await kept(request.url) ?? fetchAndKeep(request);
}

async function networkFirst(request) {
  const fresh = fetchAndKeep(request);
  fresh.catch(() => {});
  const late = new Promise((resolve) => { setTimeout(resolve, SOON); }).then(() => kept(request.url));
  try {
    return await Promise.race([fresh, late.then((old) => old ?? fresh)]);
  } catch (error) {
    const old = await kept(request.url);
    if (old) return old;
    if (request.mode === "navigate") return Response.redirect(`${SCOPE}offline.html`);
    throw error;
  }
}

/** Deletes parts of an older index. */
async function forget(names) {
  const cache = await caches.open(KEPT);
  for (const { url } of await cache.keys()) {
    const path = pathOf(url);
    if (PART.test(path) && !names.has(path)) await cache.delete(url);
  }
}

/** The JSON of a part. A part is a script that calls a function with its path and the JSON. */
async function json(path) {
  const text = await (await partFirst(new Request(SCOPE + path))).text();
  return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")));
}

const part = (kind) => (hash) => `search/${kind}-${hash}.js`;

async function eachAtOnce(paths, work) {
  const open = [...paths];
  const worker = async () => { while (open.length > 0) await work(open.shift()); };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Loads the whole index if it is not too large, and deletes parts that are no longer in it. */
async function keepIndex() {
  const manifest = await (await networkFirst(new Request(`${SCOPE}search.json`))).json();
  if (Object.keys(manifest.inline).length > 0 || manifest.size > MOST) return;
  const names = new Set();
  await eachAtOnce(manifest.terms.parts.map(part("terms")), async (path) => {
    names.add(path);
    const terms = await json(path);
    terms.postings.map(part("postings")).forEach((name) => names.add(name));
    terms.positions.map(part("positions")).forEach((name) => names.add(name));
  });
  const directories = manifest.cards.map(part("directory"));
  await eachAtOnce(directories, async (path) => {
    names.add(path);
    const from = directories.indexOf(path) * PARTS_IN_A_DIRECTORY;
    (await json(path)).parts.forEach((hash, i) => names.add(part("cards")(`${from + i}-${hash}`)));
  });
  Object.values(manifest.columns).flat().map(part("column")).forEach((name) => names.add(name));
  names.add(part("spellings")(manifest.spellings));
  await eachAtOnce(names, (path) => json(path));
  await forget(names);
}

self.addEventListener("install", (event) => {
  const keepShell = () => Promise.all(SHELL.map((path) => fetchAndKeep(new Request(SCOPE + path))));
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  // A part that cannot be loaded now is loaded when it is needed.
  if (event.data === "keep") event.waitUntil(keepIndex().catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = request.method === "GET" && request.url.startsWith(SCOPE) &&
      /\.(?:html|json|js|css|svg|png|jpe?g|gif|webp|avif)$|\/$/.test(request.url.replace(/[?#].*$/, ""));
  if (!isOurs) return;
  event.respondWith(PART.test(pathOf(request.url)) ? partFirst(request) : networkFirst(request));
});
