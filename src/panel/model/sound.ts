import type { EditorHost } from "../../contract/editor-host.ts";
import { isLocalResult, type SearchResult } from "../../contract/search.ts";
import { endingOf } from "../../shared/importable.ts";
import type { EditorLink } from "../editor/editor-link.ts";
import type { EditorTools } from "../editor/editor-tools.ts";
import { notInMonitorText } from "../words/editor-messages.ts";
import { remoteText } from "../words/messages.ts";
import { failure, info, type Notice } from "../words/notice.ts";
import type { Picture } from "../compare/picture.ts";
import type { Player } from "./player.ts";

/** Where sound happens, and what it needs of the panel. */
export interface SoundParts {
  readonly player: Player;
  readonly picture: Picture;
  readonly editor: EditorLink;
  readonly tools: EditorTools;
  readonly tell: (notice: Notice) => void;
  readonly changed: () => void;
}

/**
 * What sounds, in the panel or in the editor's own monitor: one track at a time. Nothing here
 * rejects.
 */
export class Sound {
  private inMonitor: string | null = null;
  private lastAsked = Promise.resolve();

  constructor(private readonly parts: SoundParts) {}

  /** Id of the track that was last sent to the editor's monitor, until that is stopped. */
  get previewed(): string | null {
    return this.inMonitor;
  }

  /** Plays or pauses; `from` (seconds) given: plays from there. */
  play(result: SearchResult, from: number | null = null): void {
    const { player, picture, editor, tell } = this.parts;
    if (picture.isRunning) {
      const isHeard = player.playback.result?.track.id === result.track.id;
      void picture.stop();
      if (isHeard && from === null) return;
    }
    if (!isLocalResult(result)) {
      tell(info(`“${result.track.title}”: ${remoteText(result.track, editor.downloadHosts)}`));
      return;
    }
    void this.stopPreview();
    if (from === null) player.toggle(result);
    else player.play(result, from);
  }

  /** Plays `result` in the editor's monitor, or stops it there. */
  async togglePreview(result: SearchResult): Promise<void> {
    const { player, picture, tools, tell } = this.parts;
    void picture.stop();
    if (player.isSounding) player.stop();
    if (this.inMonitor === result.track.id) return this.stopPreview();
    if (!tools.isFit(result)) return;
    if (!tools.isImported(result.track.audio)) {
      const { path } = result.track.audio;
      return tell(info(notInMonitorText(endingOf(path), tools.editorName)));
    }
    const cue = tools.cue(result);
    // At once, so that whatever sounds next can stop it while the editor is still opening the file.
    this.enter(cue.trackId);
    await this.askMonitor(
      (host) => host.preview(cue),
      () => {
        if (this.inMonitor === cue.trackId) this.enter(null);
      },
    );
  }

  /** Moves by `seconds` within the track, and the picture with it while that runs. */
  seekBy(seconds: number): void {
    const { player, picture } = this.parts;
    if (!picture.seekBy(seconds)) player.seekBy(seconds);
  }

  /** Returns whether there was anything to silence. */
  stop(): boolean {
    const { player, picture } = this.parts;
    void picture.stop();
    if (player.isSounding) player.stop();
    else if (this.inMonitor !== null) void this.stopPreview();
    else return false;
    return true;
  }

  private async stopPreview(): Promise<void> {
    if (this.inMonitor === null) return;
    this.enter(null);
    await this.askMonitor((host) => host.stopPreview());
  }

  /** In the order in which it was asked for: a stop must not overtake the play that it ends. */
  private async askMonitor(
    act: (host: EditorHost) => Promise<void>,
    failed: () => void = () => undefined,
  ): Promise<void> {
    const { editor, tell } = this.parts;
    const { host } = editor;
    if (host === null) return;
    this.lastAsked = this.lastAsked
      .then(() => act(host))
      .catch((thrown: unknown) => {
        failed();
        tell(failure(thrown));
      });
    await this.lastAsked;
  }

  private enter(previewed: string | null): void {
    this.inMonitor = previewed;
    this.parts.changed();
  }
}
