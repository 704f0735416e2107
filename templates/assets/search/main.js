// The search page is here, or search is asked for over another.

import { openPalette } from "./palette.js";
import { startPage } from "./page.js";

if (document.getElementById("ui-search-form")) startPage();
else globalThis.hindsight.palette = openPalette;
