import { isLocalResult, type SearchResult } from "../../contract/engine.ts";
import type { EditorTools } from "../editor/editor-tools.ts";
import { remoteText } from "../words/messages.ts";
import { info, type Notice } from "../words/notice.ts";
import type { Player } from "./player.ts";

/** What sounds, in the panel or in the editor's own monitor: one track at a time. */
export class Sound {
  constructor(
    private readonly player: Player,
    private readonly tools: EditorTools,
    private readonly tell: (notice: Notice) => void,
  ) {}

  /** Plays or pauses; `from` (seconds) given: plays from there. */
  play(result: SearchResult, from: number | null = null): void {
    if (!isLocalResult(result)) {
      this.tell(info(`“${result.track.title}”: ${remoteText(result.track)}`));
      return;
    }
    void this.tools.stopPreview();
    if (from === null) this.player.toggle(result);
    else this.player.play(result, from);
  }

  /** Plays in the editor's monitor, or stops there. */
  async togglePreview(result: SearchResult): Promise<void> {
    if (this.player.isSounding) this.player.stop();
    await this.tools.togglePreview(result);
  }

  /** Returns whether there was anything to silence. */
  stop(): boolean {
    if (this.player.isSounding) this.player.stop();
    else if (this.tools.state.previewed !== null) void this.tools.stopPreview();
    else return false;
    return true;
  }
}
