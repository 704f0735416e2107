// A report's page: which section the reader is in, images as large as the window, code to copy.
"use strict";

const { element } = globalThis.hindsight;

// The table of contents follows the reader: the last heading above the middle of the upper half.
const toc = [...document.querySelectorAll(".toc a[href^='#']")];
const headings = toc.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
let isMarking = false;

function markSection() {
  isMarking = false;
  let current = -1;
  headings.forEach((heading, i) => { if (heading && heading.getBoundingClientRect().top < innerHeight / 4) current = i; });
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
  const { alt, src } = link.firstElementChild;
  const image = Object.assign(element("img"), { src, alt });
  const dialog = element("dialog", "sheet zoomed", image, element("p", "note", alt), button("link", "Close", () => dialog.close()));
  dialog.ariaLabel = "Image";
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
  const say = element("span", "sr");
  say.role = "status";
  const copy = button("copy", "Copy", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      say.textContent = copy.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(code);
      say.textContent = copy.textContent = "Selected";
    }
    setTimeout(() => { copy.textContent = "Copy"; say.textContent = ""; }, 2000);
  });
  const frame = element("div", "code");
  code.parentElement.replaceWith(frame);
  frame.append(code.parentElement, copy, say);
}

// Diagrams. What is drawn is shown as an image: it can run nothing, load nothing and style nothing here. It takes the
// place of its source, which stays one click away, and is all there is where drawing fails.
const diagrams = [...document.querySelectorAll("code.language-mermaid")];

function draw(code) {
  const { color, backgroundColor } = getComputedStyle(document.body);
  const colorOf = (place) => getComputedStyle(document.querySelector(place)).color;
  const svg = globalThis.hindsight.mermaid(code.textContent,
    { fg: color, bg: backgroundColor, accent: colorOf(".brand svg"), muted: colorOf(".glance"), font: "system-ui" });
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function show(code) {
  const source = code.parentElement;
  const image = Object.assign(element("img"), { src: draw(code), alt: "Diagram, drawn from its source" });
  const zoom = element("button", "zoom diagram", image);
  zoom.type = "button";
  image.style.height = `${source.offsetHeight}px`;
  const flip = button("copy", "Source", () => {
    source.hidden = !source.hidden;
    zoom.hidden = !source.hidden;
    flip.textContent = source.hidden ? "Source" : "Diagram";
  });
  flip.classList.add("flip");
  source.hidden = true;
  source.before(zoom);
  source.after(flip);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { image.src = draw(code); });
}

if (diagrams.length > 0) {
  globalThis.hindsight.run("assets/mermaid.js").then(() => {
    for (const code of diagrams) {
      try {
        show(code);
      } catch {
        code.parentElement.style.minHeight = "auto";
        code.parentElement.after(element("p", "note", "This diagram could not be drawn: its kind or a word in it is not known."));
      }
    }
  }, () => {});
}
