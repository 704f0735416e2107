// node relevance.mjs PAGES_JSON QUERIES_JSON
//
// Asks other engines the same queries of the same pages, and prints JSON: of each engine, the ten
// best files of each query. Run it in a folder whose node_modules has minisearch, pagefind and
// playwright-core; CHROMIUM names a browser other than /usr/bin/chromium.
//
// PAGES_JSON is a list of {file, title, text, html}, QUERIES_JSON one of {query, ...}.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const TOP = 10;
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const TYPES = { ".js": "text/javascript", ".json": "application/json" };

/** A package of the folder that this runs in, not of the folder that this file stands in. */
async function load(name, entry) {
  return import(pathToFileURL(path.resolve("node_modules", name, entry)));
}

async function readJson(file) {
  return JSON.parse(await readFile(file, "utf8"));
}

function miniSearch(MiniSearch, pages, queries, options) {
  const index = new MiniSearch({ fields: ["title", "text"], idField: "file" });
  index.addAll(pages);
  return queries.map(({ query }) =>
    index
      .search(query, options)
      .slice(0, TOP)
      .map((hit) => hit.id),
  );
}

async function writeBundle(pages, folder) {
  const { createIndex, close } = await load("pagefind", "lib/index.js");
  const { index, errors } = await createIndex();
  check(errors);
  for (let i = 0; i < pages.length; i++) {
    check((await index.addHTMLFile({ url: `/${i}.html`, content: pages[i].html })).errors);
  }
  check((await index.writeFiles({ outputPath: path.join(folder, "pagefind") })).errors);
  await close();
}

function check(errors) {
  if (errors.length > 0) {
    throw new Error(errors.join("\n"));
  }
}

/** Serves a folder on a port of its own, and an empty page as its root. */
async function serve(folder) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    if (pathname === "/") {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html>");
      return;
    }
    try {
      const type = TYPES[path.extname(pathname)] ?? "application/octet-stream";
      const bytes = await readFile(path.join(folder, pathname));
      response.writeHead(200, { "content-type": type }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

/** The numbers of the pages that Pagefind finds, of every query. Runs in the browser. */
async function findAll([queries, top]) {
  const pagefind = await import("/pagefind/pagefind.js");
  const all = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, top).map((result) => result.data()));
    all.push(pages.map((page) => Number(/(\d+)\.html/.exec(page.url)[1])));
  }
  return all;
}

async function pagefind(pages, queries) {
  const { chromium } = (await load("playwright-core", "index.mjs")).default;
  const folder = await mkdtemp(path.join(tmpdir(), "relevance-"));
  const server = await serve(folder);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    await writeBundle(pages, folder);
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const found = await page.evaluate(findAll, [queries.map(({ query }) => query), TOP]);
    return found.map((numbers) => numbers.map((number) => pages[number].file));
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true });
  }
}

const [pages, queries] = await Promise.all(process.argv.slice(2, 4).map(readJson));
const MiniSearch = (await load("minisearch", "dist/es/index.js")).default;
const suggested = { prefix: true, fuzzy: 0.2, boost: { title: 2 } };
const found = {
  "MiniSearch, defaults": miniSearch(MiniSearch, pages, queries, {}),
  "MiniSearch, tuned": miniSearch(MiniSearch, pages, queries, suggested),
  "Pagefind, defaults": await pagefind(pages, queries),
};
process.stdout.write(JSON.stringify(found) + "\n");
