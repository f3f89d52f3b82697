import midiPackage from "@tonejs/midi";
import { describe, expect, it } from "vitest";
import { recordOf } from "../../composer/cli/compose.ts";
import { compose } from "../../composer/lib/compose.ts";
import { encodeMidi } from "../../composer/lib/midi.ts";
import { spelled, tagOf, withBroader } from "../../composer/lib/vocabulary.ts";
import { styles } from "../../composer/styles/index.ts";

const step = 0.05;

/** Share of the music in which a label sounds, counted in small steps from the MIDI file. */
function shares(file: Uint8Array): Map<string, number> {
  const midi = new midiPackage.Midi(file);
  const end = Math.max(
    ...midi.tracks.flatMap((track) => track.notes.map((note) => note.time + note.duration)),
  );
  const count = Math.ceil(end / step);
  const sounding = new Map<string, Set<number>>();
  for (const track of midi.tracks) {
    const label = spelled(track.name);
    const slots = sounding.get(label) ?? new Set<number>();
    sounding.set(label, slots);
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
  const file = encodeMidi(piece.score);
  const midi = new midiPackage.Midi(file);

  it("name only instruments that sound for a tenth of the music, with their shares", () => {
    const heard = shares(file);
    expect(record.instruments.length).toBeGreaterThan(0);
    expect(Object.keys(record.instrumentShares)).toEqual(record.instruments);
    for (const label of record.instruments) {
      expect(heard.get(label), label).toBeGreaterThanOrEqual(0.095);
      // Plucked notes fade before they are released, so the count from the file is an upper bound.
      const share = record.instrumentShares[label] ?? 0;
      expect(share, label).toBeLessThanOrEqual((heard.get(label) ?? 0) + 0.02);
      expect(share, label).toBeGreaterThanOrEqual(0.1);
    }
  });

  it("say whether there are drums", () => {
    const drummed = midi.tracks.some(
      ({ channel, name, notes }) =>
        notes.length > 0 && (channel === 9 || ["timpani", "taiko drums"].includes(name)),
    );
    expect(record.drums).toBe(drummed);
    expect(record.tags.includes("no drums")).toBe(!drummed);
  });

  it("count its notes", () => {
    const notes = midi.tracks.flatMap((track) => track.notes);
    const end = Math.max(...notes.map(({ time, duration }) => time + duration));
    expect(Math.abs(record.density / (notes.length / end) - 1)).toBeLessThan(0.02);
  });

  it("give its energy relative to the strongest window", () => {
    expect(record.energyCurve).toHaveLength(16);
    expect(Math.max(...record.energyCurve)).toBe(1);
    expect(Math.min(...record.energyCurve)).toBeGreaterThanOrEqual(0);
  });

  it("are words of the vocabulary, without duplicates, and apply to some section", () => {
    const known = (tag: string): boolean =>
      tagOf(tag)?.tag === tag || tag.startsWith("solo ") || tag === style.name;
    for (const { tags } of [record, ...record.sections]) {
      expect(tags.filter((tag) => !known(tag))).toEqual([]);
      expect(new Set(tags).size).toBe(tags.length);
    }
    for (const { valence, arousal } of [record, ...record.sections]) {
      expect(Math.abs(valence)).toBeLessThanOrEqual(1);
      expect(Math.abs(arousal)).toBeLessThanOrEqual(1);
    }
  });

  it("give each section its own players and broader words for them", () => {
    for (const section of record.sections) {
      const expected = withBroader(section.instruments);
      expect(section.tags).toEqual(expect.arrayContaining(expected));
      if (section.tags.includes("no drums")) expect(section.drums).toBe(false);
    }
  });

  it("name cuts on bar lines, the last where the last chord falls", () => {
    const { bars, hits } = record.editPoints;
    expect(bars).toEqual([...bars].sort((a, b) => a - b));
    for (const { seconds, bar } of hits) expect(bars[bar - 1]).toBe(seconds);
    expect(hits.at(-1)).toEqual({ seconds: bars.at(-1), bar: bars.length, kind: "last" });
    const later = midi.tracks.flatMap(({ notes }) => notes.map(({ time }) => time));
    expect(Math.max(...later)).toBeGreaterThan((bars.at(-1) ?? 0) - 0.1);
  });
});

describe("solo", () => {
  it("is one instrument on its own, but not an ensemble", () => {
    const tagsOf = (name: string): string[] => {
      const style = styles.find((each) => each.name === name);
      if (!style) throw new Error(`${name} is missing`);
      return recordOf(compose(style, 5, 60)).tags;
    };
    expect(tagsOf("solo piano ballad")).toEqual(expect.arrayContaining(["solo", "solo piano"]));
    expect(tagsOf("rock")).not.toContain("solo");
  });
});
