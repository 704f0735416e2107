// Draws diagrams for report.js in a worker, where one that takes too long can be stopped.
// Loaded by report.js as part of mermaid.js: the build puts it in front of the library.
// Must not do anything in a page: there report.js calls the library itself.
"use strict";

if (typeof document === "undefined") {
  // Where there is no document, the library takes the worker for its own and answers the messages.
  globalThis.document = {};
  addEventListener("message", ({ data: [text, colors] }) => {
    let svg = null;
    try {
      svg = globalThis.hindsight.mermaid(text, colors);
    } catch {
      // The page says that it could not be drawn.
    }
    postMessage({ svg });
  });
  postMessage("ready");
}
