import { resolve } from "node:path";
import { errorToWire, type NeedledropError } from "../../contract/errors.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import type { PackIdentity } from "../../engine/encode/pack.ts";
import { loadVocabulary, type Vocabulary } from "../../engine/encode/vocabulary.ts";
import type { SectionIndex } from "../../engine/index/section-index.ts";
import { catalogueFiles, type CatalogueFiles } from "../../engine/library/catalogue-files.ts";
import { updateLibrary } from "../../engine/library/update-library.ts";
import { heardTagsOf, type HeardTag } from "../../engine/query/tags.ts";
import { clockTime } from "../../shared/clock-time.ts";
import { onlyPositional, readArguments, requiredOption } from "../arguments.ts";
import { DEFAULT_INDEXES, DEFAULT_PACK, readIndexes } from "../assets.ts";
import type { Command } from "../command.ts";
import { checkFolder } from "../indexing/check-folder.ts";
import { checkWritable } from "../indexing/atomic-write.ts";
import { embeddingThreads } from "../indexing/embedding-threads.ts";
import { diskFolder } from "../indexing/disk-folder.ts";
import { openLibrary } from "../indexing/library-file.ts";
import { showProgress, type Progress } from "../indexing/progress.ts";
import { openPack } from "../pack.ts";
import { packFolder } from "../packs/added-packs.ts";
import { errorLine } from "../text/error-line.ts";
import { printable } from "../text/printable.ts";

/** `needledrop index`. */
export const index: Command = {
  name: "index",
  summary: "Index a folder of music, so that it can be searched.",
  help: `Usage: needledrop index DIR --out FILE [options]

Embeds every audio file in DIR and its subfolders, and writes an index for
"needledrop search --index FILE". Files that cannot be read are named and left out. Title, artist,
tempo, key and licence come from the tags of the files, or from DIR/tracks.json if there is one.
What neither states is heard: tempo, bars, key, parts, loudness and whether somebody sings.
A licence may also be in a text beside a file (song.txt, song.mp3.json) or in that of its folder
(LICENSE.txt). A file of a catalogue that ships, as "needledrop catalogue get" or a browser saves
it, is recognised by name and length, and has the id, facts and licence of the catalogue.

If FILE is there, only files that are new or changed are embedded. Files that were moved or
renamed are recognised by their content. Tracks whose file is gone are kept, but not found, until
it returns; of several copies of a recording, one is found. A run that was stopped goes on where it
was.

Options:
  --out FILE     the index to write; replaced only when all is done
  --pack PACK    the pack to use, by its name or its folder (default: needledrop-base)
  --forget       drop the tracks whose file is gone
  --again        read files again of which an earlier version has heard nothing: no tempo, no key,
                 no loudness
  --json         print JSON: { out, pack, tracks, sections, audioSeconds, tookSeconds, embedded,
                 missing, unheard, duplicates: { id: id of the copy that is found }, skipped },
                 and, with a pack that can tell, untagged: tracks without tags, and the tags heard
                 in them, [{ id, heard: [{ word, presence }] }]; they are not written to the index
  --help         print this

Reads WAV, AIFF, FLAC, MP3, Ogg Vorbis and Opus; M4A and AAC where ffmpeg is installed.

Example:
  needledrop index ~/Music/library --out library.ndx`,
  run: async (args, terminal) => {
    const { values, positionals } = readArguments("index", args, {
      out: { type: "string" },
      pack: { type: "string", default: DEFAULT_PACK },
      forget: { type: "boolean", default: false },
      again: { type: "boolean", default: false },
      json: { type: "boolean" },
    });
    const folder = onlyPositional("index", "a folder", positionals);
    const out = requiredOption("index", "--out", values.out);
    await checkFolder(folder);
    await checkWritable(out);
    const packIn = await packFolder(values.pack);
    const pack = await openPack(packIn, terminal);
    const begun = performance.now();
    let progress: Progress | undefined;
    const library = await openLibrary(out, pack, (text) => terminal.note(text));
    const made = await updateLibrary({
      source: diskFolder(folder),
      model: { pack, runtime: nodeRuntime() },
      library,
      forget: values.forget,
      again: values.again,
      catalogue: await knownCatalogues(pack),
      embedders: embeddingThreads(packIn),
      reference: (file) => ({ kind: "file", path: resolve(file.path) }),
      onStart: (files) => {
        progress = showProgress(terminal, files);
      },
      onFile: (skipped) => {
        if (skipped !== null) terminal.note(`Skipped: ${errorLine(skipped)}`);
        progress?.step();
      },
    });
    await library.finish(made);
    const tookSeconds = (performance.now() - begun) / 1000;
    const { index, seconds: audioSeconds, skipped, embedded } = made;
    const unheard = index.tracks.filter(({ heard }) => heard === undefined).length;
    const untagged = untaggedTracks(index, await loadVocabulary(pack));
    const json = {
      ...{ out, pack: pack.id, tracks: index.tracks.length, sections: index.scale.length },
      ...{ audioSeconds, tookSeconds, embedded, missing: missingIn(index), unheard },
      duplicates: duplicatesOf(index),
    };
    return {
      json: {
        ...json,
        skipped: skipped.map(errorToWire),
        ...(untagged === null ? {} : { untagged }),
      },
      text: summary({ ...json, skipped, untagged: untagged?.length ?? 0 }),
    };
  },
};

/** The tracks of the catalogues that ship, as which files may be recognised; none for another pack. */
async function knownCatalogues(pack: PackIdentity): Promise<CatalogueFiles> {
  const indexes = await readIndexes(DEFAULT_INDEXES, pack).catch(() => []);
  return catalogueFiles(indexes.flatMap(({ tracks }) => tracks));
}

/** Names of files that were there once. */
function missingIn({ tracks }: SectionIndex): string[] {
  return tracks.flatMap(({ file }) => (file?.missing === true ? [file.name] : []));
}

/** Ids of tracks with the same audio as another, and its id. */
function duplicatesOf({ tracks }: SectionIndex): Record<string, string> {
  return Object.fromEntries(
    tracks.flatMap(({ id, file }) =>
      file?.duplicateOf === undefined ? [] : [[id, file.duplicateOf]],
    ),
  );
}

/** A track without tags, and those heard in it. */
interface UntaggedTrack {
  readonly id: string;
  readonly heard: readonly HeardTag[];
}

/** The tracks without tags; null if the pack cannot tell what is heard in them. */
function untaggedTracks(index: SectionIndex, vocabulary: Vocabulary): UntaggedTrack[] | null {
  if (vocabulary.calibration === undefined) return null;
  return index.tracks.flatMap(({ id, tags }, t) =>
    tags.length > 0 ? [] : [{ id, heard: heardTagsOf(vocabulary, index, t) }],
  );
}

function summary(made: {
  out: string;
  pack: string;
  tracks: number;
  sections: number;
  audioSeconds: number;
  tookSeconds: number;
  embedded: number;
  missing: readonly string[];
  unheard: number;
  duplicates: Readonly<Record<string, string>>;
  skipped: readonly NeedledropError[];
  untagged: number;
}): string {
  const perMinute = (made.embedded / made.tookSeconds) * 60;
  const copies = Object.keys(made.duplicates).length;
  return [
    `Indexed: ${made.tracks} tracks, ${made.sections} sections, ${clockTime(made.audioSeconds)} of audio`,
    `New:     ${made.embedded} files embedded`,
    `Skipped: ${made.skipped.length} files`,
    ...(made.missing.length === 0
      ? []
      : [`Missing: ${made.missing.length} files; their tracks are kept (--forget drops them)`]),
    ...(made.unheard === 0
      ? []
      : [`Unheard: ${made.unheard} tracks are from an earlier version (--again reads them again)`]),
    ...(copies === 0 ? [] : [`Copies:  ${copies} tracks have the same audio as another`]),
    ...(made.untagged === 0
      ? []
      : [`No tags: ${made.untagged} tracks; --json lists the tags heard in them`]),
    `Took:    ${clockTime(made.tookSeconds)} (${perMinute.toFixed(1)} tracks a minute)`,
    `Written: ${printable(made.out)} (${made.pack})`,
  ].join("\n");
}
