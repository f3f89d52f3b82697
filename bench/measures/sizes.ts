import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildInputs } from "../../tools/build/inputs.ts";
import { builtIn, given } from "../builds.ts";
import type { Figure, Measurement } from "../figure.ts";

const MEGABYTE = 1e6;

/** Sizes of what ships: the pack, the page's script and the whole plugin. */
export const sizes: Measurement = {
  name: "sizes",
  measure: (builds) => {
    const of = (name: string, bytes: (dist: string) => number, most?: number): Figure => {
      const [value = NaN, beside] = given(builds).map((dist) => bytes(dist) / MEGABYTE);
      return {
        ...{ name, unit: "MB", value, runs: 1 },
        ...(beside === undefined ? {} : { beside }),
        ...(most === undefined ? {} : { target: { bound: "most", value: most } as const }),
      };
    };
    const { packFolder } = buildInputs();
    return Promise.resolve([
      of("pack", () => folderBytes(packFolder), 40),
      of("page script, gzipped", scriptBytes, 1),
      of("plugin, unpacked", pluginBytes, 120),
      of("plugin (.ccx)", (dist) => statSync(join(dist, "needledrop.ccx")).size),
    ]);
  },
};

const scriptBytes = (dist: string): number =>
  gzipSync(readFileSync(join(builtIn(dist), "page/needledrop.js")), { level: 9 }).length;

/** @throws Error it is not packaged */
function pluginBytes(dist: string): number {
  if (existsSync(join(dist, "plugin/page"))) return folderBytes(join(dist, "plugin"));
  throw new Error(`Nothing is packaged in ${dist}: run \`npm run package\` first.`);
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
