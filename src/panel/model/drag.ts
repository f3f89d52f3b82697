import type { Cue } from "../../contract/cue.ts";
import { CUE_TYPE, dragPayload } from "../../shared/drag-payload.ts";

/**
 * Fills a drag with the file, which Premiere reads, and with the whole cue for a target that knows cues.
 * @param url address of the file
 */
export function fillDrag(cue: Cue, url: string, data: DataTransfer): void {
  const payload = dragPayload(cue.title, url);
  if (payload !== null) data.setData("text/plain", JSON.stringify(payload));
  data.setData(CUE_TYPE, JSON.stringify(cue));
  data.effectAllowed = "copyMove";
}
