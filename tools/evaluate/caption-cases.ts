import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { NO_SELECTION, type SceneClip, type Selection } from "../../src/contract/selection.ts";
import type { Sight } from "../../src/contract/sight.ts";
import { ROOT } from "../build/inputs.ts";
import type { Scene } from "./scenes.ts";

const FOLDER = join(ROOT, "tools/evaluate/captions");
const MUSIC = "music.json";

const words = v.optional(v.array(v.string()), []);
const said = v.optional(v.string(), "");
const pairs = v.optional(v.array(v.tuple([v.string(), v.string()])), []);

const MusicSchema = v.object({
  note: v.string(),
  music: v.record(
    v.string(),
    v.object({
      ...{ moods: words, genres: words, instruments: words, uses: words, avoid: words },
      tempo: v.picklist(["slow", "medium", "fast"]),
    }),
  ),
});

const ClipSchema = v.strictObject({
  ...{ name: v.string(), description: said, logNote: said, comment: said, location: said },
  ...{ keywords: words, bins: words, columns: pairs, markers: pairs, transcript: said },
});

const CasesSchema = v.object({
  kind: v.string(),
  cases: v.array(
    v.strictObject({
      fits: v.string(),
      clips: v.pipe(v.array(ClipSchema), v.minLength(1)),
      ...{ markers: pairs, sequence: said, seen: words },
    }),
  ),
});

/** Clips with all that is known of them, and the music that fits. */
export interface CaptionCase {
  readonly selection: Selection;
  /** What pictures of them show; without words if nothing that can be named. */
  readonly sight: Sight;
  /** Its texts are those of the clips; only `fits` and `avoid` are used. */
  readonly scene: Scene;
}

/** The written cases, kind by kind; every other one is for tuning, and the rest for reporting. */
export async function readCaptionCases(): Promise<{
  readonly tuning: readonly CaptionCase[];
  readonly reporting: readonly CaptionCase[];
}> {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(FOLDER, file), "utf8"));
  const { music } = v.parse(MusicSchema, await read(MUSIC));
  const files = (await readdir(FOLDER)).filter((file) => file !== MUSIC).sort();
  const cases: CaptionCase[] = [];
  for (const file of files) {
    const { kind, cases: written } = v.parse(CasesSchema, await read(file));
    for (const { fits: name, clips, markers, sequence, seen } of written) {
      const wanted = music[name];
      if (wanted === undefined) throw new Error(`${file}: there is no music called “${name}”.`);
      const { avoid, ...fits } = wanted;
      cases.push({
        selection: {
          ...NO_SELECTION,
          clips: clips.map(clipOf),
          markers: markers.map(marker),
          sequence,
        },
        sight: sightOf(seen),
        scene: { kind, fits, avoid, texts: [] },
      });
    }
  }
  return {
    tuning: cases.filter((_, at) => at % 2 === 0),
    reporting: cases.filter((_, at) => at % 2 === 1),
  };
}

const marker = ([name, comments]: readonly [string, string]): Selection["markers"][number] => ({
  name,
  comments,
});

function clipOf({ columns, markers, ...texts }: v.InferOutput<typeof ClipSchema>): SceneClip {
  return {
    ...texts,
    columns: columns.map(([name, text]) => ({ name, text })),
    markers: markers.map(marker),
    transcriptCut: false,
  };
}

/** The cases tell no kinds: their words are in the order in which a caption has them. */
const sightOf = (seen: readonly string[]): Sight => ({
  words: seen.map((word, at) => ({
    ...{ word, kind: "place", confidence: 0.9 - at * 0.05, pictures: [0] },
  })),
  captions: [],
});
