import type { Track } from "../../contract/track.ts";
import type { Fact } from "../../shared/facts.ts";

/** "92 BPM", or "~92 BPM" if it was heard. */
export const tempoText = ({ value, isHeard }: Fact<number>): string =>
  `${isHeard ? "~" : ""}${Math.round(value)} BPM`;

/** What was heard of a track and is not stated: "Heard, not stated: 92 or 46 BPM, A minor, -14 LUFS". */
export function heardText({ bpm, key, heard }: Pick<Track, "bpm" | "key" | "heard">): string {
  const tempo = bpm === null ? heard?.tempo : undefined;
  const facts = [
    ...(tempo === undefined
      ? []
      : [
          `${[tempo.bpm, ...(tempo.other === undefined ? [] : [tempo.other])].map(whole).join(" or ")} BPM`,
        ]),
    ...(key === null && heard?.key !== undefined ? [heard.key] : []),
    ...(heard?.loudness === undefined ? [] : [`${whole(heard.loudness.integrated)} LUFS`]),
  ];
  return facts.length === 0 ? "" : `Heard, not stated: ${facts.join(", ")}`;
}

const whole = (value: number): string => String(Math.round(value));
