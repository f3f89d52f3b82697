import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compose, type Composition } from "../lib/compose.ts";
import { factsOf, type PieceFacts } from "../lib/facts.ts";
import { likeness } from "../lib/similarity.ts";
import { createRng } from "../lib/rng.ts";
import { secondsAt } from "../lib/score.ts";
import { UsageError } from "../lib/usage-error.ts";
import { promise } from "../originals/judge.ts";
import { master } from "../originals/master.ts";
import {
  bandShare,
  decode,
  loudnessOf,
  peaksOf,
  rawInput,
  silenceAndClipping,
  type Loudness,
} from "../originals/measure.ts";
import { creditsText, licenceText } from "../originals/papers.ts";
import { programme, type Slot } from "../originals/programme.ts";
import { recordTakes, sampleRate, type Take } from "../originals/takes.ts";
import { musescore } from "../render/fonts.ts";
import { needPrograms } from "../render/programs.ts";
import { styleNamed } from "../styles/index.ts";
import { refuseForeign } from "./compose.ts";
import { readOptions, wholeNumber } from "./usage.ts";

/** The corpus for training uses seeds below this; nothing it holds is also in the catalogue. */
const firstSeed = 900_000_000;
const seedsPerSlot = 1000;
/** Pieces composed for every slot; only the best few are rendered. */
const candidatesOnPaper = 64;
const peakCount = 800;
/** Shortest that a recording may sound, in seconds. */
const shortestHeard = 75;
/** Bounds for the written length in seconds where the slot sets none: the last bar may hold a rest. */
const shortest = 77;
const longest = 104;
/** Slots rendered together; more would need more room on the disk. */
const slotsPerReel = 6;
const ours = new Set(["audio", "tracks.json", "peaks.json", "index.ndx", "LICENSE", "CREDITS.md"]);

/** One entry of tracks.json. */
export interface OriginalTrack extends PieceFacts {
  id: string;
  title: string;
  artist: string;
  file: string;
  style: string;
  vocals: boolean;
  loudness: number;
  truePeak: number;
  licence: string;
  seed: number;
  /** Which of its form's orders the piece takes. */
  order: number;
}

const catalogue = {
  id: "originals",
  name: "Needledrop Originals",
  artist: "Needledrop",
  licence: {
    id: "CC0-1.0",
    name: "CC0 1.0 Universal",
    url: "https://creativecommons.org/publicdomain/zero/1.0/",
  },
};

/** The place in the programme that a seed belongs to. */
function slotOf(seed: number): number {
  return Math.floor((seed - firstSeed) / seedsPerSlot);
}

function titleFor(piece: Composition, taken: ReadonlySet<string>): string {
  const rng = createRng(`title ${piece.style.name} ${piece.seed}`);
  const [first, second] = piece.style.titles;
  for (;;) {
    const title = `${rng.pick(first)} ${rng.pick(second)}`;
    if (!taken.has(title)) return title;
  }
}

function idFor(title: string): string {
  return title
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9 ]/g, "")
    .replaceAll(" ", "-");
}

/** How a take sounds, by measure: dynamics that fit, no holes, neither mud nor shrillness. */
function soundQuality({ samples, piece }: Take, loudness: Loudness): number {
  const { silence } = silenceAndClipping(samples, sampleRate);
  const mud = bandShare(samples, sampleRate, 120, 420);
  const shrill = bandShare(samples, sampleRate, 2500, 7000);
  const wantedRange = piece.style.form === "club" ? 6 : 9;
  return (
    1 -
    0.06 * Math.abs(loudness.range - wantedRange) -
    0.6 * Math.max(0, mud - 0.4) -
    0.8 * Math.max(0, shrill - 0.25) -
    0.3 * Math.max(0, silence - 1.5)
  );
}

/** How much a piece is the mere double of one that the catalogue has already, 0..1. */
function doubling(piece: Composition, others: readonly Composition[]): number {
  const alike = others.map((other) => {
    const { motif, harmony, form } = likeness(piece, other);
    return (motif + harmony + form) / 3;
  });
  return Math.max(0, ...alike);
}

/** The pieces worth rendering for a slot: the most promising on paper of many, unlike those of its style. */
function shortlist(
  slot: Slot,
  index: number,
  few: number,
  others: readonly Composition[],
): Composition[] {
  const style = styleNamed(slot.style);
  if (!style) throw new Error(`The programme names an unknown style "${slot.style}"`);
  return Array.from({ length: candidatesOnPaper }, (_, i) =>
    compose(style, firstSeed + index * seedsPerSlot + i, slot.seconds),
  )
    .filter(({ score }) => {
      const seconds = secondsAt(score, score.end);
      return seconds >= shortest && seconds <= (slot.longest ?? longest);
    })
    .map((piece) => ({ piece, promise: promise(piece) - 0.3 * doubling(piece, others) }))
    .sort((a, b) => b.promise - a.promise || a.piece.seed - b.piece.seed)
    .slice(0, few)
    .map(({ piece }) => piece);
}

/** The better of a slot's takes with its loudness. */
async function bestOf(takes: readonly Take[]): Promise<{ take: Take; loudness: number }> {
  let best: { take: Take; loudness: number; quality: number } | undefined;
  for (const take of takes) {
    const loudness = await loudnessOf(rawInput(take.file, sampleRate));
    const quality = soundQuality(take, loudness);
    if (!best || quality > best.quality) best = { take, loudness: loudness.integrated, quality };
  }
  if (!best) throw new Error("A slot needs at least one take");
  return best;
}

/** What was found out about a recording and cannot be read from its notes. */
type Recording = Pick<OriginalTrack, "id" | "title" | "file" | "seconds" | "loudness" | "truePeak">;

/** The catalogue's entry: what is read from the notes and what was measured on the recording. */
function entryFor(piece: Composition, recording: Recording): OriginalTrack {
  const { id, title, file, seconds, loudness, truePeak } = recording;
  const facts = factsOf(piece);
  const last = facts.sections.at(-1);
  if (last) last.end = seconds;
  return {
    id,
    title,
    artist: catalogue.artist,
    file,
    style: piece.style.name,
    ...facts,
    seconds,
    vocals: false,
    loudness,
    truePeak,
    licence: catalogue.licence.id,
    seed: piece.seed,
    order: piece.order,
  };
}

/** Masters a take, writes it and returns what the catalogue says about it. */
async function publish(
  take: Take,
  loudness: number,
  taken: ReadonlySet<string>,
  out: string,
): Promise<{ track: OriginalTrack; peaks: number[] }> {
  const { piece } = take;
  const title = titleFor(piece, taken);
  const id = idFor(title);
  const file = `audio/${id}.mp3`;
  const mp3 = `${take.file}.mp3`;
  const { integrated, truePeak, bytes } = await master(take, loudness, mp3);
  const samples = await decode(mp3, sampleRate);
  writeFileSync(join(out, file), bytes);
  const seconds = Math.round((samples.length / 2 / sampleRate) * 100) / 100;
  const track = entryFor(piece, { id, title, file, seconds, loudness: integrated, truePeak });
  return { track, peaks: peaksOf(samples, peakCount) };
}

interface Shelf {
  tracks: Map<number, OriginalTrack>;
  peaks: Record<string, { max: number[] }>;
}

/** The piece that a finished track was made from. */
function pieceOf({ style: name, seed, order }: OriginalTrack): Composition {
  const style = styleNamed(name);
  const slot = programme[slotOf(seed)];
  if (!style || !slot) throw new UsageError(`tracks.json: no slot of the programme is "${name}".`);
  return compose(style, seed, slot.seconds, order);
}

/** What an earlier run has finished. Its facts are read anew: labels may be better now, the notes are the same. */
function readShelf(out: string): Shelf {
  const tracks = new Map<number, OriginalTrack>();
  const list = join(out, "tracks.json");
  const peaksFile = join(out, "peaks.json");
  if (!existsSync(list) || !existsSync(peaksFile)) return { tracks, peaks: {} };
  const known = (JSON.parse(readFileSync(list, "utf8")) as { tracks: OriginalTrack[] }).tracks;
  for (const track of known) {
    if (existsSync(join(out, track.file))) {
      tracks.set(slotOf(track.seed), entryFor(pieceOf(track), track));
    }
  }
  const peaks = JSON.parse(readFileSync(peaksFile, "utf8")) as Shelf["peaks"];
  return { tracks, peaks };
}

function writeShelf(out: string, { tracks, peaks }: Shelf): void {
  const sorted = [...tracks].sort(([a], [b]) => a - b).map(([, track]) => track);
  const text = JSON.stringify({ catalogue, tracks: sorted }, null, 2);
  writeFileSync(join(out, "tracks.json"), `${text}\n`);
  const rows = sorted.map(({ id }) => `  ${JSON.stringify(id)}: ${JSON.stringify(peaks[id])}`);
  writeFileSync(join(out, "peaks.json"), `{\n${rows.join(",\n")}\n}\n`);
}

/** `originals`: composes, chooses, renders and masters the bundled catalogue. Continues where it was stopped. */
export async function runOriginals(words: readonly string[]): Promise<void> {
  const { options } = readOptions(words, { values: ["out", "candidates"] });
  const out = options.get("out");
  if (out === undefined) throw new UsageError("--out is missing: name the folder to write to.");
  const few = wholeNumber(options, "candidates", { low: 1, high: 24, fallback: 2 });
  refuseForeign(out, ours);
  needPrograms();
  mkdirSync(join(out, "audio"), { recursive: true });
  const shelf = readShelf(out);
  writeShelf(out, shelf);
  const missing = [...programme.entries()].filter(([index]) => !shelf.tracks.has(index));
  for (let i = 0; i < missing.length; i += slotsPerReel) {
    const work = mkdtempSync(join(tmpdir(), "needledrop-originals-"));
    try {
      const slots = missing.slice(i, i + slotsPerReel);
      const pieces = slots.flatMap(([index, slot]) => {
        const own = [...shelf.tracks.values()].filter(({ style }) => style === slot.style);
        return shortlist(slot, index, few, own.map(pieceOf));
      });
      const takes = await recordTakes(pieces, musescore, work);
      for (const [index] of slots) {
        const own = takes.filter(
          ({ piece, samples }) =>
            slotOf(piece.seed) === index && samples.length / 2 / sampleRate >= shortestHeard,
        );
        const { take, loudness } = await bestOf(own);
        const taken = new Set([...shelf.tracks.values()].map((track) => track.title));
        const { track, peaks } = await publish(take, loudness, taken, out);
        shelf.tracks.set(index, track);
        shelf.peaks[track.id] = { max: peaks };
        writeShelf(out, shelf);
        console.log(`${track.title} (${track.style}): ${track.seconds} s, ${track.loudness} LUFS`);
      }
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  writeFileSync(join(out, "LICENSE"), licenceText);
  writeFileSync(join(out, "CREDITS.md"), creditsText);
}
