import { writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildInputs } from "../tools/build/inputs.ts";
import type { Builds } from "./builds.ts";
import type { Figure, Size } from "./figure.ts";
import { captioners } from "./measures/captioners.ts";
import { coldStart } from "./measures/cold-start.ts";
import { fit } from "./measures/fit.ts";
import { indexing } from "./measures/indexing.ts";
import { largeLibrary } from "./measures/large-library.ts";
import { panelFeel } from "./measures/panel-feel.ts";
import { map } from "./measures/map.ts";
import { openAndClose } from "./measures/open-and-close.ts";
import { query } from "./measures/query.ts";
import { sight } from "./measures/sight.ts";
import { sizes } from "./measures/sizes.ts";
import { report } from "./report.ts";

const MEASUREMENTS = [
  query,
  coldStart,
  panelFeel,
  indexing,
  sight,
  fit,
  captioners,
  largeLibrary,
  map,
  openAndClose,
  sizes,
];

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    only: { type: "string", multiple: true },
    /** Folder of another build, of this or an earlier version. */
    beside: { type: "string" },
    /** Tracks of the large library; made-up tracks to build into the panel whose feel is measured. */
    tracks: { type: "string" },
  },
});
const { beside } = values;
const size: Size = values.tracks === undefined ? {} : { tracks: trackCount(values.tracks) };
const own = buildInputs().distFolder;
const builds: Builds = beside === undefined ? [own] : [own, resolve(beside)];
const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? "?"}, ${platform()} ${arch()}, Node ${process.versions.node}`;
const figures: Figure[] = [];
for (const { name, measure } of MEASUREMENTS) {
  if (values.only?.includes(name) === false) continue;
  try {
    figures.push(...(await measure(builds, size)));
  } catch (error) {
    console.error(`${name} could not be measured: ${String(error)}`);
    process.exitCode = 1;
  }
}
console.log(`${machine}\n\n${report(figures)}`);
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
}

/** @throws RangeError it is no number of tracks */
function trackCount(text: string): number {
  const tracks = Number(text);
  if (Number.isSafeInteger(tracks) && tracks > 0) return tracks;
  throw new RangeError(`--tracks ${text} is no number of tracks.`);
}
