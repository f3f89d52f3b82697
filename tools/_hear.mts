import { execFileSync } from "node:child_process";
import { readFileSync, existsSync, writeFileSync, mkdirSync } from "node:fs";
import { OnsetListener, SAMPLE_RATE, FRAME_RATE } from "../src/engine/hear/onsets.ts";
import { beatsOf } from "../src/engine/hear/beats.ts";
import { accents, tempoOf } from "../src/engine/hear/tempo.ts";
const C = "/tmp/t/corpus/";
const OUT = "/tmp/t/hear/";
mkdirSync(OUT, { recursive: true });
const pcm = (path: string) => {
  const b = execFileSync(
    "ffmpeg",
    ["-v", "error", "-i", path, "-ac", "1", "-ar", "16000", "-f", "f32le", "-"],
    { maxBuffer: 1 << 30 },
  );
  return new Float32Array(b.buffer.slice(b.byteOffset, b.byteOffset + b.length));
};
const which = process.argv[2];
const rows =
  which === "macleod"
    ? readFileSync("/work/shared/data/macleod.jsonl", "utf8")
        .trim()
        .split("\n")
        .map((l) => JSON.parse(l))
        .map((r) => ({ id: r.title, bpm: r.bpm, path: "/work/shared/data/" + r.file }))
        .filter((r) => r.bpm > 0)
    : readFileSync(C + "pieces.jsonl", "utf8")
        .trim()
        .split("\n")
        .map((l) => JSON.parse(l))
        .filter((_, i) => (i * 7919) % 1320 < 165)
        .map((r) => ({
          id: r.id,
          bpm: r.bpm,
          path: C + r.audio,
          metre: r.metre,
          bars: r.editPoints.bars,
        }));
let sum1 = 0,
  sum2 = 0;
const offs: number[] = [],
  weak: string[] = [];
let ok1 = 0,
  ok2 = 0,
  n = 0,
  audio = 0,
  ms = 0;
const bad: string[] = [];
for (const r of rows) {
  const key = OUT + r.id.replace(/\W+/g, "_") + ".json";
  const x = pcm(r.path);
  audio += x.length / SAMPLE_RATE;
  const t0 = performance.now();
  const l = new OnsetListener();
  for (let i = 0; i < x.length; i += 16000) l.push(x.subarray(i, i + 16000));
  const o = l.end();
  const t = tempoOf(accents(o.all));
  ms += performance.now() - t0;
  n++;
  if ((r as any).bars) {
    const bars: number[] = (r as any).bars;
    const per = ({ "4/4": 4, "2/4": 2, "6/8": 2, "12/8": 4, "3/4": 3 } as any)[(r as any).metre];
    const T: number[] = [];
    bars.forEach((b, i) => {
      const next = bars[i + 1] ?? 2 * b - bars[i - 1]!;
      for (let k = 0; k < per; k++) T.push(b + ((next - b) * k) / per);
    });
    const end = x.length / SAMPLE_RATE;
    const truth = T.filter((t) => t < end - 0.5);
    const F = (B: number[]) => {
      let hit = 0;
      for (const b of B) {
        const m = truth.reduce((q, t) => (Math.abs(t - b) < Math.abs(q - b) ? t : q), 1e9);
        if (Math.abs(m - b) <= 0.07) {
          hit++;
          offs.push(b - m);
        }
      }
      return (2 * hit) / (B.length + truth.length);
    };
    const a = accents(o.all);
    const f1 = F(t ? beatsOf(a, t.bpm) : []),
      f2 = F(beatsOf(a, r.bpm));
    sum1 += f1;
    sum2 += f2;
    if (f2 < 0.8) weak.push(`${r.id} ${f1.toFixed(2)} with true tempo ${f2.toFixed(2)}`);
  }
  const ratio = t === null ? 0 : t.bpm / r.bpm;
  const near = (k: number) => Math.abs(ratio / k - 1) < 0.04;
  const one = near(1),
    two = [1, 2, 0.5, 3, 1 / 3, 1.5, 2 / 3].findIndex(near);
  if (one) ok1++;
  if (one || near(2) || near(0.5)) ok2++;
  if (!one)
    bad.push(
      `${r.id} true ${r.bpm} heard ${t?.bpm.toFixed(1)} x${ratio.toFixed(2)} conf ${t?.confidence.toFixed(2)} ${(r as any).metre ?? ""}`,
    );
}
console.log(bad.join("\n"));
console.log(
  n,
  "acc1",
  (ok1 / n).toFixed(3),
  "acc2",
  (ok2 / n).toFixed(3),
  "x real time",
  ((audio * 1000) / ms).toFixed(0),
);

offs.sort((a, b) => a - b);
console.log(weak.join("\n"));
console.log(
  "F",
  (sum1 / n).toFixed(3),
  "F with the true tempo",
  (sum2 / n).toFixed(3),
  "median offset",
  offs[offs.length >> 1],
);
