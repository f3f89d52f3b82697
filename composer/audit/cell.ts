import midiPackage from "@tonejs/midi";
import type { CorpusPiece } from "../render/corpus.ts";
import { toMono, type Sound } from "./decode.ts";
import { powerSpectrum } from "./fft.ts";
import { lineHeight, write, type Box, type Colour, type Picture } from "./picture.ts";

/** Range of keys in a piano roll. */
const lowestKey = 24;
const highestKey = 108;
/** Lowest frequency of a spectrogram, and its range in decibels below the peak. */
const lowestHertz = 40;
const depth = 75;

const titleColour: Colour = [235, 235, 235];
const borderColour: Colour = [110, 110, 110];
const drumColour: Colour = [150, 150, 150];

/** Cold to hot, evenly spaced. */
const heat: readonly Colour[] = [
  [0, 0, 0],
  [60, 20, 110],
  [190, 50, 90],
  [245, 150, 40],
  [255, 250, 200],
];

/** The colour of 0 (nothing) to 1 (loudest). */
export function heatColour(value: number): Colour {
  const place = Math.max(0, Math.min(1, value)) * (heat.length - 1);
  const low = heat[Math.floor(place)] ?? borderColour;
  const high = heat[Math.ceil(place)] ?? low;
  const share = place - Math.floor(place);
  const mix = (i: 0 | 1 | 2): number => Math.round(low[i] * (1 - share) + high[i] * share);
  return [mix(0), mix(1), mix(2)];
}

/** Hues one golden angle apart, so that neighbours always differ. */
function trackColour(index: number): Colour {
  const hue = (index * 137.5) % 360;
  const part = (shift: number): number => {
    const k = (shift + hue / 30) % 12;
    return Math.round(255 * (0.62 - 0.38 * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [part(0), part(8), part(4)];
}

/** Draws the notes of a MIDI file: time to the right, pitch upwards, one colour per track, drums in grey. */
function drawRoll(picture: Picture, midi: Uint8Array, seconds: number, box: Box): void {
  const key = box.height / (highestKey - lowestKey);
  new midiPackage.Midi(midi).tracks.forEach((track, i) => {
    const colour = track.channel === 9 ? drumColour : trackColour(i);
    for (const note of track.notes) {
      if (note.midi < lowestKey || note.midi >= highestKey) continue;
      const x = box.x + (note.time / seconds) * box.width;
      const y = box.y + (highestKey - 1 - note.midi) * key;
      const width = (note.duration / seconds) * box.width;
      picture.fill({ x, y, width, height: key }, colour);
    }
  });
}

/** Draws a spectrogram: time to the right, frequency upwards on a log scale, decibels below the peak as colour. */
function drawSpectrogram(picture: Picture, sound: Sound, seconds: number, box: Box): void {
  const { rate } = sound;
  const mono = toMono(sound);
  const size = 2 ** Math.round(Math.log2(rate * 0.128));
  const transform = powerSpectrum(size);
  const octaves = Math.log2(rate / 2 / lowestHertz);
  const binAt = (row: number): number =>
    (lowestHertz * 2 ** ((row / box.height) * octaves) * size) / rate;
  const columns = Array.from({ length: box.width }, (_, x) => {
    const from = Math.round(((x + 0.5) / box.width) * seconds * rate - size / 2);
    const frame = new Float32Array(size);
    frame.set(mono.subarray(Math.max(0, from), Math.max(0, from + size)), Math.max(0, -from));
    const power = transform(frame);
    return Float64Array.from({ length: box.height }, (_, row) => {
      const low = Math.floor(binAt(row));
      const bins = power.subarray(low, Math.max(low + 1, Math.floor(binAt(row + 1))));
      return 10 * Math.log10(Math.max(...bins, 1e-12));
    });
  });
  const peak = Math.max(...columns.map((column) => Math.max(...column)));
  columns.forEach((column, x) =>
    column.forEach((level, row) => {
      const y = box.y + box.height - 1 - row;
      const colour = heatColour(1 - (peak - level) / depth);
      picture.fill({ x: box.x + x, y, width: 1, height: 1 }, colour);
    }),
  );
}

/** Draws one piece into a box: its name, piano roll and spectrogram, with lines at the section starts. */
export function drawCell(
  picture: Picture,
  piece: CorpusPiece,
  { midi, sound }: { midi: Uint8Array; sound: Sound },
  box: Box,
): void {
  const scale = 2;
  const { x, y, width } = box;
  const title = `${piece.id} ${Math.round(piece.bpm)} bpm ${piece.metre}`;
  write(picture, title, { x, y, width, scale, colour: titleColour });
  const top = y + lineHeight * scale;
  const height = Math.floor((box.height - lineHeight * scale - 2) / 2);
  const roll = { x, y: top, width, height };
  drawSpectrogram(picture, sound, piece.seconds, { ...roll, y: top + height + 2 });
  for (const { start } of piece.sections) {
    const line = {
      x: x + (start / piece.seconds) * width,
      y: top,
      width: 1,
      height: height * 2 + 2,
    };
    picture.fill(line, borderColour);
  }
  drawRoll(picture, midi, piece.seconds, roll);
}
