import type { Cue } from "../../contract/cue.ts";
import { CUE_TYPE, dragPayload } from "../../shared/drag-payload.ts";
import type { EditorLink } from "../editor/editor-link.ts";
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

/** Keeps the editor's own drag strip at what is selected in the panel. */
export class DragStrip {
  private offered = "null";

  constructor(private readonly link: EditorLink) {}

  /** Puts a cue on the strip, or takes it off; tells the editor only what is new. */
  offer(cue: Cue | null): void {
    const offer = JSON.stringify(cue);
    const { host } = this.link;
    if (host === null || offer === this.offered) return;
    this.offered = offer;
    // The drag strip is a convenience; Insert does the same and says what goes wrong.
    host.offerDrag(cue).catch(() => undefined);
  }
}
