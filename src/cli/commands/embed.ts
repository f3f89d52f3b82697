import { AudioError, UsageError } from "../../contract/errors.ts";
import type { Pack } from "../../engine/encode/pack.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import { loadVocabulary } from "../../engine/encode/vocabulary.ts";
import { openTextTower } from "../../engine/open.ts";
import { heardTags, type HeardTag } from "../../engine/query/tags.ts";
import { clockTime } from "../../shared/clock-time.ts";
import { readArguments } from "../arguments.ts";
import { DEFAULT_PACK } from "../assets.ts";
import type { Command } from "../command.ts";
import { embeddingThread } from "../indexing/embedding-thread.ts";
import { openPack } from "../pack.ts";
import { packFolder } from "../packs/added-packs.ts";

const NUMBERS_SHOWN = 8;

/** An embedding, and the stretch of audio that it belongs to, in seconds; none for a text. */
interface Embedded {
  readonly start?: number;
  readonly end?: number;
  readonly vector: readonly number[];
}

/** What was embedded. */
interface EmbeddedAll {
  readonly sections: readonly Embedded[];
  /** The tags heard in the audio; left out for a text, or if the pack cannot tell. */
  readonly tags?: readonly HeardTag[];
}

/** `needledrop embed`. */
export const embed: Command = {
  name: "embed",
  summary: "Print the embedding of a sentence, or of each section of an audio file.",
  help: `Usage: needledrop embed (--text "<sentence>" | --audio FILE) [options]

Prints unit vectors in the space that text and audio share: one for a sentence, one for each
ten-second section of an audio file. With a pack that can tell, also prints the tags that are heard
in the file, and how probable each is.

Options:
  --text TEXT    the sentence
  --audio FILE   the audio file (WAV, AIFF, FLAC, MP3, Ogg; M4A and AAC where ffmpeg is installed)
  --pack PACK    the pack to use, by its name or its folder (default: needledrop-base)
  --json         print JSON: { pack, dimension, sections: [{ start, end, vector }],
                 tags: [{ word, presence }] }
  --help         print this

Example:
  needledrop embed --text "a quiet morning" --json`,
  run: async (args, terminal) => {
    const { values, positionals } = readArguments("embed", args, {
      text: { type: "string" },
      audio: { type: "string" },
      pack: { type: "string", default: DEFAULT_PACK },
      json: { type: "boolean" },
    });
    const { text, audio } = values;
    if (positionals.length > 0 || (text === undefined) === (audio === undefined)) {
      throw new UsageError({
        what: '"needledrop embed" takes either --text or --audio, and nothing else.',
        ...(positionals.length > 0 ? { input: positionals.join(" ") } : {}),
        next: 'Run "needledrop embed --help" for an example.',
      });
    }
    const packIn = await packFolder(values.pack);
    const pack = await openPack(packIn, terminal);
    const embedded =
      text === undefined
        ? await embedAudio(audio ?? "", pack, packIn)
        : await embedText(text, pack);
    return {
      json: { pack: pack.id, dimension: pack.dimension, ...embedded },
      text: [
        `${pack.id}, ${pack.dimension} numbers`,
        ...embedded.sections.map(line),
        ...(embedded.tags === undefined ? [] : [tagsLine(embedded.tags)]),
      ].join("\n"),
    };
  },
};

async function embedText(text: string, pack: Pack): Promise<EmbeddedAll> {
  const tower = await openTextTower({ pack, runtime: nodeRuntime() });
  return { sections: [{ vector: [...(await tower.embed(text))] }] };
}

async function embedAudio(path: string, pack: Pack, folder: string): Promise<EmbeddedAll> {
  const vocabulary = await loadVocabulary(pack);
  const thread = embeddingThread({ pack: folder, hear: false });
  try {
    const { sections } = await thread.embed(path);
    const embeddings = sections.map(({ embedding }) => embedding);
    return {
      sections: sections.map(({ start, end, embedding }) => ({
        start,
        end,
        vector: [...embedding],
      })),
      ...(vocabulary.calibration === undefined ? {} : { tags: heardTags(vocabulary, embeddings) }),
    };
  } catch (error) {
    if (!(error instanceof AudioError) || error.input !== undefined) throw error;
    const { what, next, cause } = error;
    throw new AudioError({ what, input: path, next, cause });
  } finally {
    await thread.close();
  }
}

function line({ start, end, vector }: Embedded): string {
  const when =
    start === undefined || end === undefined ? "" : `${clockTime(start)}–${clockTime(end)}  `;
  const numbers = vector.slice(0, NUMBERS_SHOWN).map((x) => x.toFixed(4).padStart(7));
  const more = vector.length > NUMBERS_SHOWN ? " …" : "";
  return `${when}${numbers.join(" ")}${more}`;
}

function tagsLine(tags: readonly HeardTag[]): string {
  const heard = tags.map(({ word, presence }) => `${word} ${Math.round(100 * presence)} %`);
  return `Heard: ${heard.length === 0 ? "none of the tags of the pack" : heard.join(", ")}`;
}
