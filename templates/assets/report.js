// A report's page: which section the reader is in, images as large as the window, code to copy.
"use strict";

const element = globalThis.hindsightElement;

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
  const link = event.target.closest("a.zoom");
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { alt } = link.firstElementChild;
  const image = Object.assign(element("img"), { src: link.href, alt });
  const close = Object.assign(element("button", "link", "Close"), { type: "button" });
  const dialog = element("dialog", "sheet zoomed", image, element("p", "note", alt), close);
  dialog.ariaLabel = "Image";
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
});

for (const code of document.querySelectorAll(".body pre > code")) {
  const copy = Object.assign(element("button", "copy", "Copy"), { type: "button" });
  const say = element("span", "sr");
  say.role = "status";
  copy.addEventListener("click", async () => {
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
