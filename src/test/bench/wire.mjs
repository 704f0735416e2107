// Measures what a search costs on the wire: Hindsight's site and Pagefind over the same reports.
//
//   npm install --ignore-scripts --no-package-lock
//   node wire.mjs REPORTS_DIR SITE_DIR WORK_DIR [--queries N] [--seed N] [--json FILE]
//
// REPORTS_DIR has the Markdown files, or a folder incidents/ with them; SITE_DIR is what
// `hindsight build` made of them. WORK_DIR/pagefind is made anew. CHROMIUM names another browser.

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { marked } from "marked";
import { chromium } from "playwright-core";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
// Counts of filters come when the cards are there: they have a row of their own, outside the total.
const CLASSES = ["scripts", "index", "cards", "other"];
const QUIET = 300;
const PATIENCE = 120_000;

// ---- reports

function readReports(folder) {
  const below = path.join(folder, "incidents");
  const from = fs.existsSync(below) ? below : folder;
  return fs.readdirSync(from, { recursive: true })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readReport(path.join(from, name)));
}

function readReport(file) {
  const id = path.basename(file, ".md");
  const body = fs.readFileSync(file, "utf8").replace(/^---\n[^]*?\n---\n/, "");
  const title = /^# (.*)$/m.exec(body)?.[1] ?? id;
  return { id, title: title.replace(/^Incident Report: /, ""), body: body.replace(/^# .*$/m, "") };
}

// ---- Pagefind's side

/** One page for each report: its text under a heading of id and title; the id can be asked for. */
function writePages(reports, folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, "incidents"), { recursive: true });
  for (const { id, title, body } of reports) {
    const heading = marked.parseInline(`${id} ${title}`);
    const head = `<head><meta charset="utf-8"><title>${heading}</title></head>`;
    const page = `<body><h1>${heading}</h1>\n${marked.parse(body)}</body>`;
    fs.writeFileSync(path.join(folder, "incidents", `${id}.html`),
      `<!doctype html><html lang="en">${head}${page}</html>\n`);
  }
}

/** Runs Pagefind with its defaults; seconds. */
function runPagefind(folder) {
  const program = path.join(import.meta.dirname, "node_modules/.bin/pagefind");
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, ["--site", folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`pagefind ended with ${status}: ${stdout}${stderr}`);
  return (performance.now() - start) / 1000;
}

// ---- queries

/** Mulberry32: the same seed, the same queries. */
function chance(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function wordsOf({ title, body }) {
  return new Set(`${title} ${body}`.toLowerCase().match(/\b[a-z]{3,}\b/g));
}

function reportsWith(reports) {
  const counts = new Map();
  for (const report of reports) {
    for (const word of wordsOf(report)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/**
 * Queries of one, two and three words in turn, the words of one from one report, so that something
 * is found: by chance common ones (but of no more than half of the reports), middling or rare ones,
 * two to two to one. Of twenty queries one has a typing error and one is an id.
 */
function makeQueries(reports, count, seed) {
  const random = chance(seed);
  const any = (list) => list[Math.floor(random() * list.length)];
  const counts = reportsWith(reports);
  const common = [0.05, 0.5];
  const middling = [0.005, 0.05];
  const bands = [common, common, middling, middling, [0, 0.005]];
  const pick = (words) => {
    const [above, upTo] = any(bands).map((share) => share * reports.length);
    const fitting = words.filter((word) => counts.get(word) > above && counts.get(word) <= upTo);
    return any(fitting.length > 0 ? fitting : words);
  };
  return Array.from({ length: count }, (_, place) => {
    const report = any(reports);
    if (place % 20 === 13) return report.id;
    let words = [...wordsOf(report)];
    const query = [];
    for (let left = 1 + (place % 3); left > 0; left--) {
      query.push(pick(words));
      words = words.filter((word) => !query.includes(word));
    }
    return place % 20 === 7 ? withTypo(query, random) : query.join(" ");
  });
}

/** Swaps two letters in the middle of the longest word. */
function withTypo(words, random) {
  const longest = words.toSorted((a, b) => b.length - a.length)[0];
  let at;
  do at = 1 + Math.floor(random() * (longest.length - 2));
  while (longest[at] === longest[at + 1]);
  const wrong = longest.slice(0, at) + longest[at + 1] + longest[at] + longest.slice(at + 2);
  return words.map((word) => (word === longest ? wrong : word)).join(" ");
}

// ---- servers

const TYPES = {
  ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** What goes over the wire: gzip, but not of what is gzip already. */
function packed(bytes) {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes : gzipSync(bytes, { level: 6 });
}

function ready(bytes) {
  const body = packed(bytes);
  return { body, encoding: body === bytes ? null : "gzip" };
}

/** Serves a folder, and notes the path and the bytes of each answer's body. */
async function serve(root) {
  const site = { sent: [], last: 0 };
  const bodies = new Map();
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://site").pathname);
    site.last = performance.now();
    const file = path.join(root, name);
    if (!fs.existsSync(file) || !fs.statSync(file).isFile()) {
      site.sent.push({ name, bytes: 0, missing: true });
      response.writeHead(404).end();
      return;
    }
    if (!bodies.has(file)) bodies.set(file, ready(fs.readFileSync(file)));
    const { body, encoding } = bodies.get(file);
    site.sent.push({ name, bytes: body.length });
    response.setHeader("content-type", TYPES[path.extname(name)] ?? "application/octet-stream");
    if (encoding) response.setHeader("content-encoding", encoding);
    response.end(body, () => (site.last = performance.now()));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  site.url = `http://127.0.0.1:${server.address().port}`;
  site.close = () => server.close();
  return site;
}

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until nothing was asked for a while. */
async function quiet(site) {
  while (performance.now() - site.last < QUIET) await sleep(50);
}

// ---- bytes by class

function oursClass(name) {
  if (/\.(?:html|css|svg|ico)$/.test(name) || name === "/assets/site.js") return null;
  if (/^\/assets\/search.*\.js$/.test(name)) return "scripts";
  if (name.startsWith("/search/column-")) return "filters";
  if (/^\/search(?:-[^/]*)?\.js(?:on)?$|^\/search\//.test(name)) return "index";
  return name.startsWith("/incidents/") ? "cards" : "other";
}

function theirClass(name) {
  if (/\.(?:html|ico)$/.test(name)) return null;
  if (/\.js$|\/wasm\./.test(name)) return "scripts";
  if (/\.pf_(?:meta|index|filter|sort)$|entry\.json$/.test(name)) return "index";
  return name.endsWith(".pf_fragment") ? "cards" : "other";
}

function count(sent, classOf) {
  const bytes = { scripts: 0, index: 0, cards: 0, other: 0, filters: 0, total: 0, requests: 0 };
  for (const { name, bytes: size, missing } of sent) {
    const kind = classOf(name);
    if (kind === null) continue;
    if (missing) throw new Error(`${name} is missing`);
    bytes[kind] += size;
    if (kind !== "filters") bytes.total += size;
    bytes.requests++;
  }
  return bytes;
}

// ---- asking

/** Does something in a page of a browser that has nothing in its cache. */
async function fresh(browser, ask) {
  const context = await browser.newContext();
  try {
    return await ask(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Waits for the answer; milliseconds as the page says, null where it does not. */
async function answer(page, query) {
  const found = await page.waitForFunction((asked) => {
    const { dataset, textContent } = document.getElementById("ui-search-status");
    const done = "answered" in dataset
      ? dataset.answered === asked
      : document.querySelector("#ui-search-results .result") !== null
        || /no incident matches/i.test(textContent);
    return done && { milliseconds: dataset.milliseconds ?? null };
  }, query, { polling: 200, timeout: PATIENCE });
  const { milliseconds } = await found.jsonValue();
  return milliseconds === null ? null : Number(milliseconds);
}

/** Asks one query of an empty cache, counts what came, then asks another in the same page. */
function askOurs(browser, site, query, next) {
  site.sent = [];
  return fresh(browser, async (page) => {
    await page.goto(`${site.url}/search.html?q=${encodeURIComponent(query)}`);
    await answer(page, query);
    await quiet(site);
    const cold = count(site.sent, oursClass);
    const results = await page.locator("#ui-search-results .result").count();
    await page.fill("#ui-search-query", next);
    return { ...cold, results, warm: await answer(page, next) };
  });
}

function askTheirs(browser, site, query, next) {
  site.sent = [];
  return fresh(browser, async (page) => {
    await page.goto(`${site.url}/blank.html`);
    const results = await page.evaluate(async (asked) => {
      globalThis.pagefind = await import("/pagefind/pagefind.js");
      const found = await globalThis.pagefind.search(asked);
      return (await Promise.all(found.results.slice(0, 10).map((one) => one.data()))).length;
    }, query);
    await quiet(site);
    const cold = count(site.sent, theirClass);
    const warm = await page.evaluate(async (asked) => {
      const start = performance.now();
      await globalThis.pagefind.search(asked);
      return performance.now() - start;
    }, next);
    return { ...cold, results, warm };
  });
}

async function askAll(ask, browser, site, queries) {
  const answers = [];
  for (const [place, query] of queries.entries()) {
    const next = queries[(place + 1) % queries.length];
    answers.push({ query, ...(await ask(browser, site, query, next)) });
  }
  return answers;
}

// ---- sizes on disk

function packedSize(root, wanted) {
  return fs.readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => wanted(path.relative(root, file)))
    .reduce((sum, file) => sum + packed(fs.readFileSync(file)).length, 0);
}

function oursOnDisk(site) {
  const index = (ending) => (name) => name.endsWith(ending) && oursClass(`/${name}`) === "index";
  return {
    "index, json": packedSize(site, index(".json")),
    "index, js": packedSize(site, index(".js")),
    "cards, json": packedSize(site, (name) => /^incidents\/.*\.json$/.test(name)),
  };
}

function theirsOnDisk(site) {
  return {
    "index": packedSize(site, (name) => theirClass(name) === "index"),
    "cards": packedSize(site, (name) => theirClass(name) === "cards"),
    "all of /pagefind": packedSize(site, () => true),
  };
}

// ---- figures

function percentile(numbers, share) {
  const sorted = numbers.filter((number) => number !== null).sort((a, b) => a - b);
  return sorted.length === 0 ? null : sorted[Math.ceil(share * sorted.length) - 1];
}

function figures(answers) {
  const kinds = [...CLASSES, "total", "filters", "requests", "results"];
  const at = (share) => Object.fromEntries(
    kinds.map((kind) => [kind, percentile(answers.map((one) => one[kind]), share)]));
  return { median: at(0.5), p95: at(0.95), warm: percentile(answers.map(({ warm }) => warm), 0.5) };
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const times = (a, b) => (b === 0 ? "-" : `${(a / b).toFixed(2)}x`);
const milliseconds = (time) => (time === null ? "not told" : `${time.toFixed(1)} ms`);

function print({ reports, queries, ours, theirs, disk, indexSeconds }) {
  const row = (...cells) => console.log(cells.map((cell, i) =>
    (i === 0 ? cell.padEnd(10) : cell.padStart(12))).join(""));
  console.log(`${reports} reports, ${queries} queries; kB (1000 bytes) to ten cards, cold cache`);
  row("", "ours p50", "theirs p50", "ratio", "ours p95", "theirs p95", "ratio");
  for (const kind of [...CLASSES, "total", "filters"]) {
    if (kind === "other" && ours.p95.other + theirs.p95.other === 0) continue;
    row(kind, ...["median", "p95"].flatMap((at) => [kilobytes(ours[at][kind]),
      kilobytes(theirs[at][kind]), times(ours[at][kind], theirs[at][kind])]));
  }
  for (const kind of ["requests", "results"]) {
    row(kind, ...["median", "p95"].flatMap((at) =>
      [String(ours[at][kind]), String(theirs[at][kind]), ""]));
  }
  for (const [name, sizes] of Object.entries(disk)) {
    const each = Object.entries(sizes).map(([part, bytes]) => `${part} ${kilobytes(bytes)} kB`);
    console.log(`on disk, packed, ${name}: ${each.join("; ")}`);
  }
  console.log(`Pagefind's indexing: ${indexSeconds.toFixed(1)} s`);
  const warm = [ours, theirs].map((side) => milliseconds(side.warm));
  console.log(`warm search, median: ours ${warm[0]}, theirs ${warm[1]}`);
}

// ---- all of it

async function measure(queries, siteFolder, pages) {
  const [ours, theirs] = await Promise.all([serve(siteFolder), serve(pages)]);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  try {
    return {
      ours: await askAll(askOurs, browser, ours, queries),
      theirs: await askAll(askTheirs, browser, theirs, queries),
    };
  } finally {
    await browser.close();
    ours.close();
    theirs.close();
  }
}

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      queries: { type: "string", default: "40" },
      seed: { type: "string", default: "1" },
      json: { type: "string" },
    },
  });
  if (positionals.length !== 3) throw new Error("say REPORTS_DIR SITE_DIR WORK_DIR");
  const [reportsFolder, siteFolder, work] = positionals;
  const pages = path.join(work, "pagefind");
  const reports = readReports(reportsFolder);
  const queries = makeQueries(reports, Number(values.queries), Number(values.seed));
  writePages(reports, pages);
  const indexSeconds = runPagefind(pages);
  fs.writeFileSync(path.join(pages, "blank.html"), "<!doctype html><title>blank</title>");
  const answers = await measure(queries, siteFolder, pages);
  const result = {
    reports: reports.length,
    queries: queries.length,
    ours: figures(answers.ours),
    theirs: figures(answers.theirs),
    disk: { ours: oursOnDisk(siteFolder), theirs: theirsOnDisk(path.join(pages, "pagefind")) },
    indexSeconds,
  };
  print(result);
  const all = { ...result, answers };
  if (values.json) fs.writeFileSync(values.json, `${JSON.stringify(all, null, 1)}\n`);
}

await main();
