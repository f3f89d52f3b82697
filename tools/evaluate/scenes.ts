import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { ROOT } from "../build/inputs.ts";

/** Kinds of scenes that nothing is trained on. */
export const UNSEEN = ["charity", "cooking", "heist", "trades", "underwater", "western"] as const;

const FOLDER = join(ROOT, "models/lab/needledrop_lab/data/scenes");

const words = v.array(v.pipe(v.string(), v.minLength(1)));

const SceneSchema = v.object({
  texts: v.record(v.string(), v.pipe(words, v.minLength(1))),
  fits: v.looseObject({
    moods: words,
    genres: words,
    instruments: words,
    uses: words,
    tempo: v.picklist(["slow", "medium", "fast"]),
    vocals: v.optional(v.string()),
  }),
  avoid: words,
});

const KindSchema = v.object({ kind: v.string(), scenes: v.array(SceneSchema) });

/** A description, and how it is written: as keywords, a sentence, a slug line, ... */
export interface SceneText {
  readonly register: string;
  readonly text: string;
}

/** A moment of some footage, descriptions of it, and the music that fits. */
export interface Scene extends Pick<v.InferOutput<typeof SceneSchema>, "fits" | "avoid"> {
  readonly kind: string;
  readonly texts: readonly SceneText[];
}

/** The scenes of some kinds, in the order of their files. */
export async function readScenes(kinds: readonly string[] = UNSEEN): Promise<Scene[]> {
  const files = await Promise.all(
    kinds.map((kind) => readFile(join(FOLDER, `${kind}.json`), "utf8")),
  );
  return files.flatMap((file) => parseScenes(JSON.parse(file)));
}

/** The scenes of one file's content. */
export function parseScenes(content: unknown): Scene[] {
  const { kind, scenes } = v.parse(KindSchema, content);
  return scenes.map(({ texts, fits, avoid }) => ({
    kind,
    fits,
    avoid,
    texts: Object.entries(texts).flatMap(([register, all]) =>
      all.map((text) => ({ register, text })),
    ),
  }));
}
