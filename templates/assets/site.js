// What every page can do: reach search by one key, and copy a link to a place.
"use strict";

const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  const asksForSearch = (event.key === "/" && !isTyping(event.target)) ||
      (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
  if (!asksForSearch || (event.key === "/" && (event.ctrlKey || event.metaKey || event.altKey))) return;
  const field = document.querySelector("[data-search]");
  if (field === null) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// A click on a permalink goes there as any link does, and puts the address on the clipboard too.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.permalink, a.when, a.step-number");
  if (link !== null && navigator.clipboard !== undefined) {
    navigator.clipboard.writeText(link.href).catch(() => {});
  }
});
