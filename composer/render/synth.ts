import { run } from "./programs.ts";

/** Time limit in milliseconds: enough to load a font and to render twice as fast as real time. */
const usualLimit = (seconds: number): number => Math.round(60_000 + seconds * 500);

/**
 * Renders a MIDI file to a float32 wave file, so that nothing clips before the mix.
 * @param seconds length of the music; it sets FluidSynth's time limit unless `limit` (ms) does
 */
export async function synthesise(
  midi: string,
  wave: string,
  font: string,
  {
    rate,
    seconds,
    reverb,
    limit = usualLimit(seconds),
  }: { rate: number; seconds: number; reverb: number; limit?: number | undefined },
): Promise<void> {
  const setting = (name: string, value: string | number): string[] => ["-o", `${name}=${value}`];
  await run(
    "fluidsynth",
    [
      "-n",
      "-i",
      "-q",
      ...["-r", String(rate), "-g", "0.5"],
      ...setting("synth.reverb.room-size", 0.6),
      ...setting("synth.reverb.damp", 0.3),
      ...setting("synth.reverb.width", 0.9),
      ...setting("synth.reverb.level", reverb),
      ...setting("synth.chorus.active", 0),
      ...setting("synth.polyphony", 256),
      ...setting("synth.lock-memory", 0),
      ...["-T", "wav", "-O", "float", "-F", wave],
      font,
      midi,
    ],
    { limit },
  );
}
