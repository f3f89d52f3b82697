import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { ChromaListener } from "../src/engine/hear/chroma.ts";
import { keyOf, meanChroma } from "../src/engine/hear/key.ts";
const C = "/tmp/t/corpus/";
const pcm = (path: string) => {
  const b = execFileSync(
    "ffmpeg",
    ["-v", "error", "-i", path, "-ac", "1", "-ar", "16000", "-f", "f32le", "-"],
    { maxBuffer: 1 << 30 },
  );
  return new Float32Array(b.buffer.slice(b.byteOffset, b.byteOffset + b.length));
};
const rows = readFileSync(C + "pieces.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((l) => JSON.parse(l))
  .filter((_, i) => (i * 7919) % 1320 < 165);
const N = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
const flat: any = { Db: "C#", Eb: "D#", Gb: "F#", Ab: "G#", Bb: "A#" };
const minor = new Set([
  "minor",
  "dorian",
  "phrygian",
  "aeolian",
  "harmonic minor",
  "melodic minor",
  "natural minor",
  "locrian",
]);
let ok = 0,
  rel = 0,
  fifth = 0,
  n = 0;
const out: any[] = [];
const bad: Record<string, number> = {};
for (const r of rows) {
  const l = new ChromaListener();
  l.push(pcm(C + r.audio));
  const c = l.end();
  const m = meanChroma(c.frames);
  const k = keyOf(m)!;
  const t = N.indexOf(flat[r.key] ?? r.key),
    tm = minor.has(r.mode) ? "minor" : "major";
  n++;
  out.push({ id: r.id, style: r.style, mode: r.mode, tonic: t, chroma: [...m], tuning: c.tuning });
  const h = N.indexOf(k.tonic);
  const d = (h - t + 12) % 12;
  if (d === 0 && k.mode === tm) ok++;
  else {
    bad[`${r.mode}: ${d} ${k.mode}`] = (bad[`${r.mode}: ${d} ${k.mode}`] ?? 0) + 1;
    if (k.mode !== tm && d === (tm === "major" ? 9 : 3)) rel++;
    else if (k.mode === tm && (d === 7 || d === 5)) fifth++;
  }
}
writeFileSync("/tmp/t/hear/chroma.json", JSON.stringify(out));
console.log(n, "key", ok / n, "relative", rel / n, "fifth", fifth / n, bad);
