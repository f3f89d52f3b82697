import type { Cue, InsertReport } from "../../contract/cue.ts";
import type { LocalResult } from "../../contract/search.ts";
import { endingOf } from "../../shared/importable.ts";
import { TOOLS, convertedText, insertedText } from "../words/editor-messages.ts";
import { good, type Notice } from "../words/notice.ts";

/**
 * What the timeline holds now, whether the track was converted for it, and the offer to duck it.
 * @param mayHoldSpeech whether there could be speech, where the host does not say
 */
export function laidNotice(
  report: InsertReport,
  { track }: LocalResult,
  { audio }: Cue,
  mayHoldSpeech: boolean,
): Notice {
  const text = insertedText(report);
  const isConverted = audio.path !== track.audio.path;
  const duck =
    (report.speech ?? mayHoldSpeech) ? [{ action: "duck", text: TOOLS.duck } as const] : [];
  return good(isConverted ? convertedText(text, endingOf(track.audio.path)) : text, ...duck);
}
