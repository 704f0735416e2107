// Reloads the page after a rebuild that changes it, shows errors of a rebuild, and tells searches the index version.
// Loaded by `hindsight serve` on every page.
// Must not be part of a published site, nor need its scripts: a page may have none.
"use strict";
(() => {
  const shown = document.currentScript.dataset.version;
  // One tab listens to the server and passes on what it hears, {search, problems}: a browser opens six connections at
  // most. Who asks "which" gets the latest: a tab, or a search that wants to know what it goes on from.
  const channel = new BroadcastChannel("hindsight-live");
  let heard = null;
  let latest = null;

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

  /** Reloads the page where it has changed. */
  const show = async (news) => {
    latest = news;
    const { ok, headers } = await fetch(location.pathname, { method: "HEAD" });
    if (news !== latest) return;
    if (ok && headers.get("ETag") !== `"${shown}"`) location.reload();
    else overlay(news.problems);
  };

  const tryToShow = (news) => show(news).catch(() => {});

  const listen = () => {
    new EventSource("/hindsight-live").addEventListener("changed", ({ data, lastEventId }) => {
      heard = { search: lastEventId, ...JSON.parse(data) };
      channel.postMessage(heard);
      tryToShow(heard);
    });
  };

  channel.addEventListener("message", ({ data }) => {
    if (data !== "which") tryToShow(data);
    else if (heard !== null) channel.postMessage(heard);
  });
  channel.postMessage("which");
  // The lock is held until the tab is closed; then the next one listens. Only this machine's own addresses have locks.
  if (navigator.locks) navigator.locks.request("hindsight-live", () => new Promise(listen));
  else listen();
})();
