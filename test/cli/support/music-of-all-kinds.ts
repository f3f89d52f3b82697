import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { box, mp4Boxes } from "../../engine/decode/mp4-boxes.ts";
import { aiff } from "./aiff-bytes.ts";
import { chord } from "./paths.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { sine, wavBytes, type WavShape } from "./wav-bytes.ts";

/** Long enough to be embedded, short enough not to take long. */
const SECONDS = 3;
const RATE = 22_050;

type Files = Readonly<Record<string, () => Uint8Array>>;

/** A WAV file of a tone; the lower the tone, the longer. */
const wav =
  (shape: Partial<WavShape>, hertz = 220) =>
  (): Uint8Array => {
    const whole = { sampleRate: RATE, channels: 2, bits: 16, ...shape } as const;
    const frames = SECONDS * whole.sampleRate + 10 * hertz;
    return wavBytes(whole, frames, sine(hertz, whole.sampleRate));
  };

const takes = Object.fromEntries(
  Array.from({ length: 30 }, (_, i) => {
    const bits = ([16, 24, 32] as const)[i % 3] ?? 16;
    return [`takes/take ${i}.wav`, wav({ channels: 1 + (i % 2), bits }, 110 + 37 * i)];
  }),
);

/** A falling saw, big-endian or little-endian. */
function saw(seconds: number, isLittleEndian: boolean): Buffer {
  const sound = Buffer.alloc(2 * seconds * RATE);
  for (let i = 0; i < sound.length / 2; i += 1) {
    const value = 8000 - ((i * 97) % 16_000);
    if (isLittleEndian) sound.writeInt16LE(value, 2 * i);
    else sound.writeInt16BE(value, 2 * i);
  }
  return sound;
}

/** 255 bytes, the most that a file system takes for a name. */
const LONGEST_NAME = `${"é".repeat(125)}!.wav`;

const GOOD: Files = {
  ...takes,
  "chord-mp3.mp3": () => readFileSync(chord("mp3")),
  "chord-flac.flac": () => readFileSync(chord("flac")),
  "chord-ogg.ogg": () => readFileSync(chord("ogg")),
  "chord-opus.opus": () => readFileSync(chord("opus")),
  "chord-m4a.m4a": () => readFileSync(chord("m4a")),
  "plain.aiff": () => aiff({ rate: RATE, sound: saw(2, false) }),
  "little-endian.aifc": () => aiff({ rate: RATE, code: "sowt", sound: saw(4, true) }),
  "8 channels.wav": wav({ channels: 8, bits: 24, extensible: true }, 330),
  "192 kHz.wav": wav({ sampleRate: 192_000, channels: 1, bits: 24 }, 440),
  "8 bits.wav": wav({ bits: 8 }, 550),
  "float.wav": wav({ bits: 32, float: true }, 660),
  "double.wav": wav({ bits: 64, float: true }, 770),
  "SHOUTING.WAV": wav({}, 880),
  "recorder that lost power.wav": wav({ claimedBytes: 0 }, 990),
  "download that broke off.mp3": () => {
    const whole = readFileSync(chord("mp3"));
    return whole.subarray(0, whole.length * 0.9);
  },
  "really a flac.mp3": () => readFileSync(chord("flac")),
  "🎻 café 夜.wav": wav({}, 1100),
  [LONGEST_NAME]: wav({}, 1210),
};

const BAD: Files = {
  "empty.mp3": () => Buffer.alloc(0),
  "text.mp3": () => Buffer.from("This is a text."),
  "cut.wav": () => wav({})().subarray(0, 20),
  "zeros.flac": () => Buffer.alloc(100_000),
  "bought.m4p": () => {
    const { ftyp, moov } = mp4Boxes("drms");
    return Buffer.concat([ftyp, moov, box("mdat", Buffer.alloc(50_000, 3))]);
  },
};

/** What programs leave beside music, and a licence. */
const OTHER: Files = {
  "._take 0.wav": () => Buffer.from("resource fork"),
  ".DS_Store": () => Buffer.from("Finder"),
  "cover.jpg": () => Buffer.from("a picture"),
  "LICENSE.txt": () => Buffer.from("https://creativecommons.org/licenses/by/4.0/"),
};

/** Names of files that are read. */
export const GOOD_FILES: readonly string[] = Object.keys(GOOD);
/** Names of files that cannot be, and are named. */
export const BAD_FILES: readonly string[] = Object.keys(BAD);

/** All of them, and what lies beside them, by name. */
export const musicOfAllKinds = (): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries({ ...GOOD, ...BAD, ...OTHER }).map(([name, bytes]) => [name, bytes()]));

/** Writes a folder of all of them; it is removed after the test. @returns its path */
export function writeMusic(name: string): string {
  const folder = join(temporaryFolder(), name);
  for (const [file, bytes] of musicOfAllKinds()) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  return folder;
}
