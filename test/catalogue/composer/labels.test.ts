import midiPackage from "@tonejs/midi";
import { describe, expect, it } from "vitest";
import { recordOf } from "../../../catalogue/composer/cli/compose.ts";
import { compose } from "../../../catalogue/composer/lib/compose.ts";
import { encodeMidi } from "../../../catalogue/composer/lib/midi.ts";
import { styles } from "../../../catalogue/composer/styles/index.ts";

const step = 0.05;

/** Share of the music in which a label sounds, counted in small steps from the MIDI file itself. */
function shares(file: Uint8Array): Map<string, number> {
  const midi = new midiPackage.Midi(file);
  const end = Math.max(
    ...midi.tracks.flatMap((track) => track.notes.map((note) => note.time + note.duration)),
  );
  const count = Math.ceil(end / step);
  const sounding = new Map<string, Set<number>>();
  for (const track of midi.tracks) {
    const slots = sounding.get(track.name) ?? new Set<number>();
    sounding.set(track.name, slots);
    for (const note of track.notes) {
      const length = track.channel === 9 ? Math.max(note.duration, 0.3) : note.duration;
      const last = Math.floor((note.time + length) / step);
      for (let slot = Math.floor(note.time / step); slot <= last; slot += 1) slots.add(slot);
    }
  }
  return new Map([...sounding].map(([name, slots]) => [name, slots.size / count]));
}

describe.each(styles.map((style) => [style.name, style] as const))("labels of %s", (_, style) => {
  const piece = compose(style, 77, 30);
  const record = recordOf(piece);

  it("name only instruments that sound for a tenth of the music", () => {
    const heard = shares(encodeMidi(piece.score));
    expect(record.instruments.length).toBeGreaterThan(0);
    for (const label of record.instruments) {
      expect(heard.get(label), label).toBeGreaterThanOrEqual(0.095);
    }
  });

  it("say whether there are drums", () => {
    const midi = new midiPackage.Midi(encodeMidi(piece.score));
    const struck = midi.tracks.some((track) => track.channel === 9 && track.notes.length > 0);
    expect(record.tags.includes("no drums")).toBe(!struck);
  });

  it("come as five different captions that speak of the piece", () => {
    expect(new Set(record.captions).size).toBe(5);
    const words = record.captions.join(" ").toLowerCase();
    const known = [style.name, ...style.genres].some((genre) => words.includes(genre));
    expect(known).toBe(true);
    expect(words).not.toMatch(/undefined|null|nan\b/);
  });
});
