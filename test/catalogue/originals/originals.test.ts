import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { OriginalTrack } from "../../../composer/originals/entry.ts";
import { compose } from "../../../composer/lib/compose.ts";
import { factsOf } from "../../../composer/lib/facts.ts";
import { decode, loudnessOf, peaksOf } from "../../../composer/originals/measure.ts";
import { programme } from "../../../composer/originals/programme.ts";
import { findProgram } from "../../../composer/render/programs.ts";
import { styleFamilies } from "../../../composer/lib/style.ts";
import { styleNamed } from "../../../composer/styles/index.ts";

const folder = fileURLToPath(new URL("../../../catalogue/originals", import.meta.url));

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}

const { catalogue, tracks } = read("tracks.json") as {
  catalogue: { id: string; licence: { id: string; url: string } };
  tracks: OriginalTrack[];
};
const peaks = read("peaks.json") as Record<string, { max: number[] } | undefined>;

describe("the bundled catalogue", () => {
  it("fills every slot of the programme once, with titles of their own", () => {
    expect(tracks.map((track) => track.style)).toEqual(programme.map((slot) => slot.style));
    expect(new Set(tracks.map((track) => track.id)).size).toBe(tracks.length);
    expect(new Set(tracks.map((track) => track.title)).size).toBe(tracks.length);
  });

  it("has two pieces of every style it holds, and styles of every family", () => {
    const held = [...new Set(tracks.map((track) => track.style))];
    for (const style of held) {
      const own = tracks.filter((track) => track.style === style);
      expect(own.length, style).toBeGreaterThanOrEqual(2);
    }
    const families = new Set(held.map((style) => styleNamed(style)?.family));
    expect([...families].sort()).toEqual([...styleFamilies].sort());
  });

  it("is CC0 and says so", () => {
    expect(catalogue.licence.id).toBe("CC0-1.0");
    for (const track of tracks) expect(track.licence).toBe("CC0-1.0");
    const licence = readFileSync(join(folder, "LICENSE"), "utf8");
    expect(licence).toContain("https://creativecommons.org/publicdomain/zero/1.0/");
    expect(readFileSync(join(folder, "CREDITS.md"), "utf8")).toMatch(
      /Frank Wen[\s\S]*MIT|MIT[\s\S]*Frank Wen/,
    );
  });

  it("holds every file it lists and no other, within 70 MB in all", () => {
    const files = readdirSync(join(folder, "audio")).sort();
    expect(files).toEqual(tracks.map((track) => track.file.replace("audio/", "")).sort());
    const all = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const bytes = all.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    expect(bytes).toBeLessThanOrEqual(70_000_000);
  });

  it("covers what editors ask for first", () => {
    const withTag = (tag: string): number =>
      tracks.filter((track) => track.tags.includes(tag)).length;
    expect(withTag("meditation")).toBeGreaterThanOrEqual(2);
    for (const tag of ["driving", "funny", "dark", "banjo", "jazz", "no drums"]) {
      expect(withTag(tag), tag).toBeGreaterThan(0);
    }
    const fusion = tracks.find((track) => track.style === "fusion jazz");
    expect(fusion?.instruments.join(" ")).toMatch(/synth/);
    expect(fusion?.instruments.join(" ")).toMatch(/saxophone/);
    expect(fusion?.instruments.join(" ")).toMatch(/bass/);
    expect(fusion?.instruments).toContain("drums");
  });
});

describe.each(tracks.map((track) => [track.title, track] as const))("%s", (_, track) => {
  it("was measured within 1 LU of -16 LUFS and under -1 dBTP, and has a sensible length", () => {
    expect(Math.abs(track.loudness + 16)).toBeLessThanOrEqual(1);
    expect(track.truePeak).toBeLessThan(-1);
    expect(track.seconds).toBeGreaterThanOrEqual(75);
    expect(track.seconds).toBeLessThanOrEqual(120);
    expect(track.sections.at(-1)?.end).toBe(track.seconds);
  });

  it("has 800 peaks that show sound and no clipping", () => {
    const max = peaks[track.id]?.max ?? [];
    expect(max).toHaveLength(800);
    for (const peak of max) expect(peak).toBe(Math.round(peak * 100) / 100);
    expect(Math.max(...max)).toBeLessThan(1);
    expect(Math.max(...max)).toBeGreaterThan(0.2);
  });

  it("matches the composition of its seed", () => {
    const style = styleNamed(track.style);
    const slot = programme[tracks.indexOf(track)];
    if (!style || !slot) throw new Error("The programme has changed");
    const facts = factsOf(compose(style, track.seed, slot.seconds, track.order));
    expect(track.instruments).toEqual(facts.instruments);
    expect([track.key, track.mode, track.bpm]).toEqual([facts.key, facts.mode, facts.bpm]);
    expect(track.tags).toEqual(facts.tags);
    expect(track.sections.map(({ label }) => label)).toEqual(
      facts.sections.map(({ label }) => label),
    );
  });
});

const ffmpeg = findProgram("ffmpeg") !== undefined;

/** Decoding all of them takes long, so three spread over the catalogue are checked. */
const sample = tracks.filter((_, i) => i % 12 === 5);

describe.skipIf(!ffmpeg)("measured again (skipped where ffmpeg is not installed)", () => {
  it.each(sample.map((track) => [track.title, track] as const))(
    "%s is as loud as recorded, has its peaks and rings out",
    async (_, track) => {
      const file = join(folder, track.file);
      expect(existsSync(file)).toBe(true);
      const measured = await loudnessOf(["-i", file]);
      expect(Math.abs(measured.integrated - track.loudness)).toBeLessThan(0.3);
      const samples = await decode(file, 44_100);
      expect(samples.length / 2 / 44_100).toBeCloseTo(track.seconds, 1);
      const again = peaksOf(samples, 800);
      const worst = Math.max(
        ...again.map((peak, i) => Math.abs(peak - (peaks[track.id]?.max[i] ?? 0))),
      );
      expect(worst).toBeLessThanOrEqual(0.02);
      expect(peaksOf(samples.slice(-4410), 1)[0]).toBeLessThan(0.02);
    },
  );
});
