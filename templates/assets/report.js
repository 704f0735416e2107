// A report: marks the current section, enlarges images, copies code, draws diagrams.
// Loaded by incident.peb.
// Must not depend on the content of a report: the page is complete without this script.
"use strict";

const { element, script, t } = globalThis.hindsight;
const { root } = document.documentElement.dataset;

// The current section in the table of contents is the last heading in the top quarter of the window, or above it.
const toc = [...document.querySelectorAll(".toc a[href^='#']")];
const headings = toc.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
let isMarking = false;

function markSection() {
  isMarking = false;
  let current = -1;
  headings.forEach((heading, i) => {
    if (heading && heading.getBoundingClientRect().top < innerHeight / 4) current = i;
  });
  toc.forEach((link, i) => { link.ariaCurrent = i === current ? "true" : null; });
}

if (toc.length > 0) {
  document.addEventListener("scroll", () => {
    if (!isMarking) requestAnimationFrame(markSection);
    isMarking = true;
  }, { passive: true });
  markSection();
}

// A click on an image shows it over the page; with a modifier key, or without this script, it opens the file.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".zoom");
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { alt, currentSrc, src } = link.querySelector("img");
  const image = Object.assign(element("img"), { src: currentSrc || src, alt });
  const close = button("link", t("close"), () => dialog.close());
  const dialog = element("dialog", "sheet zoomed", image, element("p", "note", alt), close);
  dialog.ariaLabel = t("report.image");
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
});

function button(className, text, act) {
  const made = Object.assign(element("button", className, text), { type: "button" });
  made.addEventListener("click", act);
  return made;
}

for (const code of document.querySelectorAll(".body pre > code")) {
  const status = element("span", "sr");
  status.role = "status";
  const copy = button("copy", t("report.copy"), async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      status.textContent = copy.textContent = t("report.copied");
    } catch {
      getSelection().selectAllChildren(code);
      status.textContent = copy.textContent = t("report.selected");
    }
    setTimeout(() => {
      copy.textContent = t("report.copy");
      status.textContent = "";
    }, 2000);
  });
  const frame = element("div", "code");
  code.parentElement.replaceWith(frame);
  frame.append(code.parentElement, copy, status);
}

// Diagrams. What is drawn is shown as an image: it can run nothing, load nothing and style nothing here. It takes the
// place of its source, which stays one click away, and is all there is where drawing fails.
//
// A few hundred bytes can keep the library busy for minutes. Over HTTP it draws in a worker, which is stopped in time.
// A page from disk has no workers: there it draws unasked only as long as the diagrams of the page are small together.
// A button draws any other.
const DEADLINE = 5000;
const MOST_CHARACTERS = 1000;
/** `a & b --> c & d` is four arrows. */
const MOST_JOINED = 10;

class TooLarge extends Error {}
class NoWorker extends Error {}

let isWorkerless = location.protocol === "file:";
let worker = null;
let turn = Promise.resolve();
let library = null;
let characters = 0;
let joined = 0;
const small = new Set();

const startWorker = () => new Promise((resolve, reject) => {
  try {
    const started = new Worker(script(`${root}assets/mermaid.js`));
    started.addEventListener("message", () => resolve(started), { once: true });
    started.addEventListener("error", () => reject(new NoWorker()), { once: true });
  } catch {
    reject(new NoWorker());
  }
});

const ask = (drawer, text, colors) => new Promise((resolve, reject) => {
  drawer.addEventListener("message", ({ data }) => {
    if (data.svg === null) reject(new Error("not drawn"));
    else resolve(data.svg);
  }, { once: true });
  drawer.postMessage([text, colors]);
});

/** All diagrams share a worker, one at a time, so that the deadline is that of one. */
function drawInTime(text, colors) {
  const drawn = turn.then(async () => {
    worker ??= await startWorker();
    let timer = 0;
    const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new TooLarge()), DEADLINE); });
    try {
      return await Promise.race([ask(worker, text, colors), late]);
    } catch (error) {
      worker.terminate();
      worker = null;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  });
  turn = drawn.catch(() => {});
  return drawn;
}

async function drawAtLeisure(text, colors) {
  const own = await startWorker();
  return ask(own, text, colors).finally(() => own.terminate());
}

function isSmall(code) {
  if (small.has(code)) return true;
  const text = code.textContent;
  const all = characters + text.length;
  const allJoined = joined + text.split("&").length - 1;
  if (all > MOST_CHARACTERS || allJoined > MOST_JOINED) return false;
  characters = all;
  joined = allJoined;
  small.add(code);
  return true;
}

async function drawInPage(code, colors, isWanted) {
  if (!isWanted && !isSmall(code)) throw new TooLarge();
  library ??= globalThis.hindsight.run("assets/mermaid.js");
  await library;
  return globalThis.hindsight.mermaid(code.textContent, colors);
}

/**
 * The address of a drawn diagram.
 *
 * @param isWanted whether the reader asked for it and waits as long as it takes
 */
async function draw(code, isWanted) {
  const { color, backgroundColor } = getComputedStyle(document.body);
  const colorOf = (place) => getComputedStyle(document.querySelector(place)).color;
  const colors = {
    fg: color,
    bg: backgroundColor,
    accent: colorOf(".brand svg"),
    muted: colorOf(".glance"),
    font: "system-ui",
  };
  const inWorker = isWanted ? drawAtLeisure : drawInTime;
  let svg = null;
  try {
    if (!isWorkerless) svg = await inWorker(code.textContent, colors);
  } catch (error) {
    if (!(error instanceof NoWorker)) throw error;
    isWorkerless = true;
  }
  svg ??= await drawInPage(code, colors, isWanted);
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

async function show(code, isWanted) {
  const source = code.parentElement;
  const image = Object.assign(element("img"), { src: await draw(code, isWanted), alt: t("report.diagram-alt") });
  const zoom = element("button", "zoom diagram", image);
  zoom.type = "button";
  image.style.height = `${source.offsetHeight}px`;
  const flip = button("copy", t("report.source"), () => {
    source.hidden = !source.hidden;
    zoom.hidden = !source.hidden;
    flip.textContent = t(source.hidden ? "report.source" : "report.diagram");
  });
  flip.classList.add("flip");
  source.hidden = true;
  source.before(zoom);
  source.after(flip);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    draw(code, isWanted).then((drawn) => { image.src = drawn; }, () => {});
  });
}

/** Shows a diagram, or why it is not drawn. */
async function tryToShow(code, isWanted) {
  try {
    await show(code, isWanted);
  } catch (error) {
    const source = code.parentElement;
    source.style.minHeight = "auto";
    if (error instanceof TooLarge) source.after(offer(code));
    else source.after(element("p", "note", t("report.diagram-failed")));
  }
}

function offer(code) {
  const anyway = button("link", t("report.draw-anyway"), async () => {
    anyway.disabled = true;
    await tryToShow(code, true);
    note.remove();
  });
  const note = element("p", "note", t("report.diagram-large"), " ", anyway);
  return note;
}

for (const code of document.querySelectorAll("code.language-mermaid")) tryToShow(code, false);
