import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import webpack from "webpack";
import { silentWav } from "../../../src/panel/host-check/wav.ts";
import { browserScript } from "../../../tools/build/browser-script.ts";
import { bundle } from "../../../tools/build/bundle.ts";
import { RESULTS } from "./fixed-tracks.ts";

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

/** What the tracks of the page play. */
function writeSilence(folder: string): void {
  mkdirSync(join(folder, "audio"), { recursive: true });
  for (const { track } of RESULTS) {
    if (track.audio.kind !== "bundled") continue;
    const silence = silentWav(Math.max(60, track.seconds));
    writeFileSync(join(folder, track.audio.path), new Uint8Array(silence));
  }
}

/** Builds the page of all elements into `folder`; returns the path of the page. */
export async function buildElements(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const base = browserScript("test/page/elements/page.ts", folder, "elements.js");
  const define = new webpack.DefinePlugin({
    __ASSETS__: JSON.stringify({ engine: "", transformers: "", files: {} }),
    __VERSION__: JSON.stringify("0.0.0"),
  });
  await bundle({ ...base, plugins: [...(base.plugins ?? []), define] });
  writeSilence(folder);
  const page = join(folder, "index.html");
  writeFileSync(page, PAGE);
  return page;
}
