import type { EditorHost } from "../../contract/editor-host.ts";
import { fails, works, type Finding, type Probe } from "./probe.ts";

const KIB = 1024;
const ROUNDS = 20;
const SIZES: readonly number[] = [64, 256, 900];

/**
 * How fast the way to the editor is and back.
 * @param handshake milliseconds that connecting took
 */
export function bridgeProbes(host: Pick<EditorHost, "echo">, handshake: number): readonly Probe[] {
  return [
    {
      id: "bridge-handshake",
      name: "Bridge: connection",
      look: () => works(`${ms(handshake)} to connect to the editor.`),
    },
    { id: "bridge-latency", name: "Bridge: 1 KB, repeated", look: () => latency(host) },
    ...SIZES.map((size) => ({
      id: `bridge-${size}-kb`,
      name: `Bridge: ${size} KB`,
      look: () => throughput(host, size),
    })),
  ];
}

async function latency(host: Pick<EditorHost, "echo">): Promise<Finding> {
  const text = letters(KIB);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const took = await timeOfEcho(host, text);
    if (took === null) return altered();
    times.push(took);
  }
  times.sort((a, b) => a - b);
  const middle = ROUNDS / 2;
  const median = ((times[middle - 1] ?? 0) + (times[middle] ?? 0)) / 2;
  return works(`Median of ${ROUNDS}: ${ms(median)}; longest ${ms(times.at(-1) ?? 0)}.`);
}

async function throughput(host: Pick<EditorHost, "echo">, size: number): Promise<Finding> {
  const took = await timeOfEcho(host, letters(size * KIB));
  if (took === null) return altered();
  const megabytes = (2 * size * KIB) / 1e6;
  const rate = (megabytes / Math.max(took, 0.1)) * 1000;
  return works(`${ms(took)}, ${rate.toFixed(1)} MB/s, both ways.`);
}

/** Milliseconds, or null where another text came back. */
async function timeOfEcho(host: Pick<EditorHost, "echo">, text: string): Promise<number | null> {
  const began = performance.now();
  const back = await host.echo(text);
  const took = performance.now() - began;
  return back === text ? took : null;
}

/** Varied letters, since a layer on the way might compress a single repeated one. */
const letters = (length: number): string =>
  Array.from({ length }, (_, at) => String.fromCharCode(97 + ((at * 7 + (at >> 5)) % 26))).join("");

const altered = (): Finding => fails("The text came back changed.");
const ms = (time: number): string => `${time.toFixed(1)} ms`;
