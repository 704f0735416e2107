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

// A click on a permalink goes there as any link does, puts the address on the clipboard, and offers
// the same as Markdown. What a link is called in Markdown is the id and what stands at the place.
const copied = document.createElement("div");
copied.className = "copied";
copied.setAttribute("role", "status");

function copyLink(link, isByKeyboard) {
  const place = link.closest("h1, h2, h3, h4, h5, h6, li")?.cloneNode(true);
  place?.querySelectorAll(".permalink, .when, .step-number, .tag, .action-facts, ul, ol").forEach((part) => part.remove());
  const words = (place?.textContent ?? "").replace(/\s+/g, " ").trim();
  const { id } = document.documentElement.dataset;
  const name = [id, words.length > 80 ? `${words.slice(0, 79)}…` : words].filter(Boolean).join(": ");
  const forms = { URL: link.href, Markdown: `[${name.replace(/[\\[\]`<>]/g, "\\$&")}](${link.href})` };
  const say = document.createElement("span");
  const copy = (form) => navigator.clipboard.writeText(forms[form]).then(
    () => { say.textContent = form === "URL" ? "Link copied" : "Copied as Markdown"; },
    () => { say.textContent = "The browser does not allow copying"; });
  copied.replaceChildren(say, ...Object.keys(forms).map((form) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = form;
    button.addEventListener("click", () => copy(form));
    return button;
  }));
  link.after(copied);
  copy("URL");
  // Once the browser has gone to the place, which takes the focus away.
  if (isByKeyboard) setTimeout(() => copied.lastElementChild.focus());
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.permalink, a.when, a.step-number");
  if (link?.hash === "") event.preventDefault();
  if (link !== null && navigator.clipboard !== undefined) copyLink(link, event.detail === 0);
  else if (event.target.closest(".copied") === null) copied.remove();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !copied.isConnected) return;
  const link = copied.previousElementSibling;
  copied.remove();
  link.focus();
});

// A page that has moved takes the place within it along, which a redirect without a script would lose.
const moved = document.querySelector("a[data-moved]");
if (moved !== null) location.replace(moved.href + location.hash);

// Scripts come from the site's own folder only, and only those that it knows; the browser holds us to it.
const SCRIPTS =
  /^(?:\.\.\/)?(?:incidents\/[^/:?#]+|search\/[a-z]+-[0-9a-v-]+|search|actions|assets\/search-engine|service-worker)\.js$/;
const allowed = (path) => {
  if (!SCRIPTS.test(path)) throw new TypeError(path);
  return path;
};
const policy = globalThis.trustedTypes?.createPolicy("hindsight", { createScriptURL: allowed });

/** The address of a script in the form that the browser takes. */
globalThis.hindsightScript = (path) => (policy ? policy.createScriptURL(path) : allowed(path));

/** Has the browser keep the site, or stop keeping it, as the configuration says; never from disk. */
async function keepSite() {
  if (!location.protocol.startsWith("http") || navigator.serviceWorker === undefined) return;
  const { root, offline } = document.documentElement.dataset;
  const scope = new URL(root || "./", location).href;
  if (offline === undefined) {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    const isOurs = registration?.scope === scope && registration.active?.scriptURL === `${scope}service-worker.js`;
    if (isOurs) await registration.unregister();
    // What is still under its control may write there once more: the next page forgets that too.
    await caches.delete(`hindsight ${scope}`);
    return;
  }
  await navigator.serviceWorker.register(globalThis.hindsightScript(`${root}service-worker.js`), { scope });
  const { active } = await navigator.serviceWorker.ready;
  // What the reader waits for comes first.
  if (!navigator.connection?.saveData) setTimeout(() => active.postMessage("keep"), 2000);
}
keepSite().catch(() => {});

// A pasted log would be too long for an address that servers see.
document.addEventListener("submit", (event) => {
  const form = event.target.closest('form[action$="search.html"]');
  const query = form?.elements.q?.value ?? "";
  if (query.length <= 1500) return;
  event.preventDefault();
  location.assign(`${form.getAttribute("action")}#${new URLSearchParams({ q: query })}`);
});

// A field of one line would join the lines of a log.
document.addEventListener("paste", (event) => {
  const field = event.target.closest("[data-search]");
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (field === null || !/[\r\n]/.test(text)) return;
  event.preventDefault();
  field.setRangeText(text.replace(/\s+/g, " ").slice(0, 20_000), field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
