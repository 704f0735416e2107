// Reloads the page after a rebuild that changes it, shows errors of a rebuild, and tells searches the index version.
// Loaded by `hindsight serve` on every page.
// Must not be part of a published site, nor need its scripts: a page may have none.
"use strict";
(() => {
  const shown = document.currentScript.dataset.version;
  const channel = new BroadcastChannel("hindsight-live");
  let index = null;
  // A search that has just begun wants to know what it goes on from.
  channel.addEventListener("message", ({ data }) => {
    if (data === "which" && index !== null) channel.postMessage(index);
  });

  const element = (name, text, parent) => {
    const made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  };

  const overlay = (problems) => {
    document.getElementById("hindsight-live")?.remove();
    if (problems.length === 0) {
      return;
    }
    const box = document.createElement("aside");
    box.id = "hindsight-live";
    box.setAttribute("role", "alert");
    element("h2", "Rebuild failed. This page shows the last successful build.", box);
    const list = element("ul", "", box);
    for (const problem of problems) {
      const item = element("li", "", list);
      element("code", problem.at, item);
      element("span", " " + problem.message, item);
      if (problem.hint) {
        element("p", problem.hint, item);
      }
    }
    const close = element("button", "Close", box);
    close.type = "button";
    close.addEventListener("click", () => box.remove());
    document.body.append(box);
  };

  const events = new EventSource("/hindsight-live?" + location.pathname);
  events.addEventListener("changed", (event) => {
    const { problems, page } = JSON.parse(event.data);
    if (page !== "" && page !== shown) {
      location.reload();
      return;
    }
    overlay(problems);
    index = event.lastEventId;
    channel.postMessage(index);
  });
})();
