/**
 * Measures how well a search for each style's name finds its originals: `npm run measure:styles`.
 */
import { mergeCatalogueResults, RESULTS } from "./catalogue/results-file.ts";
import { FIRST, OWN, measureShippedStyles } from "./catalogue/style-search.ts";

const found = await measureShippedStyles();
for (const { style, tracks, own, ownLocal, remote } of found.rows) {
  console.log(
    `${style.padEnd(24)} ${own} of ${tracks} (local only: ${ownLocal}), ${remote} remote`,
  );
}
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
console.log(
  `${found.styles} styles: ${percent(found.share)} have ${OWN} of their own tracks among the first ` +
    `${FIRST}; ${percent(found.shareLocal)} among local tracks`,
);
await mergeCatalogueResults(RESULTS, { styleSearch: found });
