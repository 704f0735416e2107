// A report: marks the current section, enlarges images, copies code, draws diagrams.
// Loaded by incident.peb.
// Must not know what a report says: the page is complete without this script.
"use strict";

const { element, t } = globalThis.hindsight;

// The table of contents follows the reader: the last heading above the middle of the upper half.
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
  const { alt, src } = link.firstElementChild;
  const image = Object.assign(element("img"), { src, alt });
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
const diagrams = [...document.querySelectorAll("code.language-mermaid")];

function draw(code) {
  const { color, backgroundColor } = getComputedStyle(document.body);
  const colorOf = (place) => getComputedStyle(document.querySelector(place)).color;
  const svg = globalThis.hindsight.mermaid(code.textContent, {
    fg: color,
    bg: backgroundColor,
    accent: colorOf(".brand svg"),
    muted: colorOf(".glance"),
    font: "system-ui",
  });
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function show(code) {
  const source = code.parentElement;
  const image = Object.assign(element("img"), { src: draw(code), alt: t("report.diagram-alt") });
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
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { image.src = draw(code); });
}

if (diagrams.length > 0) {
  globalThis.hindsight.run("assets/mermaid.js").then(() => {
    for (const code of diagrams) {
      try {
        show(code);
      } catch {
        code.parentElement.style.minHeight = "auto";
        code.parentElement.after(element("p", "note", t("report.diagram-failed")));
      }
    }
  }, () => {});
}
