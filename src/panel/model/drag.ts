import type { Cue } from "../../contract/cue.ts";
import { CUE_TYPE, dragPayload } from "../../shared/drag-payload.ts";
import { audioUrl } from "./player.ts";

/**
 * Fills a drag with the file, which Premiere reads, and with the whole cue for a target that knows cues.
 * @param base address of the page, which bundled audio is relative to
 */
export function fillDrag(cue: Cue, data: DataTransfer, base: string): void {
  const payload = dragPayload(cue.title, new URL(audioUrl(cue.audio), base).href);
  if (payload !== null) data.setData("text/plain", JSON.stringify(payload));
  data.setData(CUE_TYPE, JSON.stringify(cue));
  data.effectAllowed = "copyMove";
}
