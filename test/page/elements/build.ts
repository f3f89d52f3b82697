import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import webpack from "webpack";
import { browserScript } from "../../../tools/build/configurations.ts";
import { bundle } from "../bundle.ts";

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="color-scheme" content="dark light" />
    <title>Needledrop: every element in every state</title>
    <style>
      html,
      body {
        height: 100%;
        margin: 0;
      }
    </style>
    <script src="elements.js" defer></script>
  </head>
  <body></body>
</html>
`;

/** Builds the page of all elements into `folder`; returns the path of the page. */
export async function buildElements(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const base = browserScript("test/page/elements/page.ts", folder, "elements.js");
  const define = new webpack.DefinePlugin({
    __ASSETS__: JSON.stringify({ engine: "", transformers: "", files: {} }),
    __VERSION__: JSON.stringify("0.0.0"),
  });
  await bundle({ ...base, plugins: [...(base.plugins ?? []), define] });
  const page = join(folder, "index.html");
  writeFileSync(page, PAGE);
  return page;
}
