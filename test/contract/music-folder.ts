import { readFileSync } from "node:fs";
import { chord } from "../cli/support/paths.ts";
import { sine, wavBytes } from "../cli/support/wav-bytes.ts";

/** A file of a folder that a test makes. */
export interface MadeFile {
  readonly name: string;
  readonly content: Uint8Array;
  /** Its length where it is music, as the application that imports it finds out. */
  readonly seconds: number | null;
}

const SECONDS = 3;
const RATE = 8000;
/** Of the chord in `test/fixtures/audio`. */
const CHORD_SECONDS = 1.5;

/**
 * Over forty files of all kinds that Needledrop reads, among them some that are empty, damaged or no
 * music.
 */
export function musicFolder(): MadeFile[] {
  const wavs = Array.from({ length: 30 }, (_, i): MadeFile => {
    const bits = ([16, 24, 32] as const)[i % 3] ?? 16;
    const frames = SECONDS * RATE + 700 * i;
    const shape = { sampleRate: RATE, channels: 1 + (i % 2), bits };
    const content = wavBytes(shape, frames, sine(110 + 37 * i, RATE));
    return { name: `takes/take ${i}.wav`, content, seconds: frames / RATE };
  });
  const coded = (["mp3", "flac", "ogg", "opus", "m4a"] as const).map((format): MadeFile => ({
    name: `Größe 🎻/chord ${format}.${format}`,
    content: readFileSync(chord(format)),
    seconds: CHORD_SECONDS,
  }));
  const flac = readFileSync(chord("flac"));
  return [
    ...wavs,
    ...coded,
    { name: "raw.aac", content: adts(), seconds: CHORD_SECONDS },
    { name: "tape.aiff", content: aiff(2 * RATE), seconds: 2 },
    { name: "cut.flac", content: flac.subarray(0, flac.length / 2), seconds: CHORD_SECONDS / 2 },
    { name: "empty.mp3", content: new Uint8Array(), seconds: null },
    { name: "text.mp3", content: text("This is a text."), seconds: null },
    { name: "cut.wav", content: wavs[0]?.content.subarray(0, 20) ?? text(""), seconds: null },
    { name: "cover.jpg", content: text("a picture"), seconds: null },
    { name: "LICENSE.txt", content: text("CC BY 4.0"), seconds: null },
  ];
}

const text = (content: string): Uint8Array => Uint8Array.from(Buffer.from(content));

/** The head of an ADTS frame, and silence. Nothing in these tests decodes it but a stand-in. */
function adts(): Uint8Array {
  return Uint8Array.of(0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc, ...new Uint8Array(200));
}

/** An AIFF file of 16 bits with one channel. */
function aiff(frames: number): Uint8Array {
  const common = Buffer.alloc(18);
  common.writeInt16BE(1, 0);
  common.writeUInt32BE(frames, 2);
  common.writeInt16BE(16, 6);
  // The sample rate as an 80-bit float.
  const exponent = Math.floor(Math.log2(RATE));
  common.writeUInt16BE(16_383 + exponent, 8);
  common.writeUInt32BE(RATE * 2 ** (31 - exponent), 10);
  const sound = Buffer.alloc(8 + 2 * frames);
  const sample = sine(220, RATE);
  for (let i = 0; i < frames; i++) sound.writeInt16BE(Math.round(32_767 * sample(i)), 8 + 2 * i);
  const chunk = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, "latin1");
    head.writeUInt32BE(body.length, 4);
    return Buffer.concat([head, body]);
  };
  const body = [Buffer.from("AIFF"), chunk("COMM", common), chunk("SSND", sound)];
  return chunk("FORM", Buffer.concat(body));
}
