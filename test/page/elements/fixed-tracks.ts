import type { SearchResult } from "../../../src/contract/search.ts";
import type { Licence, Track } from "../../../src/contract/track.ts";

export const CC0: Licence = { id: "CC0-1.0", name: "CC0 1.0" };
export const CREDITED: Licence = {
  id: "CC-BY-4.0",
  name: "Creative Commons Attribution 4.0",
  url: "https://creativecommons.org/licenses/by/4.0/",
  attribution:
    "“Harbour Lights” by Ada Quill (example.org), licensed under Creative Commons: By Attribution 4.0",
};
export const UNKNOWN: Licence = { id: "unknown", name: "Licence unknown" };

const trackOf = (id: string, metadata: Partial<Track>): Track => ({
  id,
  title: id,
  artist: "Ada Quill",
  catalogue: "fixed",
  licence: CC0,
  audio: { kind: "bundled", path: `audio/${id}.wav` },
  seconds: 154,
  bpm: 92,
  key: null,
  vocals: null,
  tags: [],
  ...metadata,
});

const TRACKS: readonly Track[] = [
  trackOf("harbour", {
    title: "Harbour Lights",
    licence: CREDITED,
    structure: { bars: [0, 2.6, 5.2], beatsPerBar: 4, sections: [{ start: 0, label: "Intro" }] },
  }),
  trackOf("long", {
    title: "A Title That Goes On for Much Longer Than Any Panel Is Wide, and Then Some More",
    artist: "The Orchestra of the Society for Remarkably Long Names",
  }),
  trackOf("remote", {
    title: "Far Away Polka",
    audio: { kind: "remote", page: "https://example.org/music" },
    licence: CREDITED,
  }),
  trackOf("bare", { title: "Nothing Known", artist: "", seconds: 0, bpm: null, licence: UNKNOWN }),
  trackOf("file", {
    title: "From Disk",
    audio: { kind: "file", path: "/music/From Disk.flac" },
    seconds: 3725,
    bpm: null,
    heard: { tempo: { bpm: 140.3, confidence: 0.7, other: 70.2 }, key: "E minor" },
  }),
];

/** One result of each kind that the panel draws differently. */
export const RESULTS: readonly SearchResult[] = TRACKS.map((track, at) => ({
  rank: at + 1,
  track,
  score: 3 - at / 2,
  section: { start: 24, end: 54 },
  why: ["warm", "acoustic guitar", "nostalgic"].slice(0, 3 - (at % 3)),
}));

/** A waveform that swells and falls, the same at every start. */
export const PEAKS = Uint8Array.from({ length: 200 }, (_, at) =>
  Math.round(127 + 90 * Math.sin(at / 15) * Math.cos(at / 3.1)),
);
