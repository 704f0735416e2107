// Starts the search page, or offers search over another page.
// Loaded by search.peb, and by site.js when a reader first asks for search; search.js is this with its imports.
// Must not depend on how either works.

import { openPalette } from "./palette.js";
import { startPage } from "./page.js";

if (document.getElementById("ui-search-form")) startPage();
else globalThis.hindsight.palette = openPalette;
