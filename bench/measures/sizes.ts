import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildInputs } from "../../tools/build/inputs.ts";
import type { Figure, Measurement } from "../figure.ts";

const MEGABYTE = 1e6;

/** Sizes of what ships: the pack, the page's script and the whole plugin. */
export const sizes: Measurement = {
  name: "sizes",
  measure: () => {
    const { packFolder, distFolder } = buildInputs();
    const script = readFileSync(join(distFolder, "page/needledrop.js"));
    return Promise.resolve([
      megabytes("pack", folderBytes(packFolder), 40),
      megabytes("page script, gzipped", gzipSync(script, { level: 9 }).length, 1),
      megabytes("plugin (.ccx)", statSync(join(distFolder, "needledrop.ccx")).size),
    ]);
  },
};

function folderBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

function megabytes(name: string, bytes: number, most?: number): Figure {
  const target = most === undefined ? {} : { target: { bound: "most", value: most } as const };
  return { name, unit: "MB", value: bytes / MEGABYTE, runs: 1, ...target };
}
