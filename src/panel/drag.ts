import { CUE_TYPE, dragPayload } from "../shared/drag-payload.ts";
import type { InsertRequest } from "../contract/cue.ts";
import { audioUrl } from "./player.ts";

/**
 * Fills a drag with what Premiere reads (the file) and with the whole cue for whoever knows cues.
 * @param base address of the page, which bundled audio is relative to
 */
export function fillDrag({ cue }: InsertRequest, data: DataTransfer, base: string): void {
  const payload = dragPayload(cue.title, new URL(audioUrl(cue.audio), base).href);
  if (payload !== null) data.setData("text/plain", JSON.stringify(payload));
  data.setData(CUE_TYPE, JSON.stringify(cue));
  data.effectAllowed = "copyMove";
}
