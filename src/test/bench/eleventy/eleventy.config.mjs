// The least that shows each report, and all of them in a list.
export default function (config) {
  config.setQuietMode(true);
  config.addCollection("incidents", (all) => all.getFilteredByGlob("**/incidents/*.md"));
  return { dir: { input: ".", includes: "_includes", output: "public" }, markdownTemplateEngine: false };
}
