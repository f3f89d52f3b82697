import type { EditorLink } from "../editor/editor-link.ts";
import { unreadableText } from "../words/editor-messages.ts";
import { TEXT } from "../words/messages.ts";
import { failure, info, type Notice } from "../words/notice.ts";
import { captionScene } from "./scene-caption.ts";

/** Reads the editor's selection, which may take a while, and puts it into words. */
export class SceneReader {
  private reading = false;

  constructor(
    private readonly link: EditorLink,
    private readonly tell: (notice: Notice) => void,
    private readonly changed: () => void,
  ) {}

  get isReading(): boolean {
    return this.reading;
  }

  /** What the selected clips say; null if nothing, and then a notice says why. Never rejects. */
  async read(): Promise<string | null> {
    const { host } = this.link;
    if (host === null || this.reading) return null;
    this.enter(true);
    try {
      const selection = await host.readSelection();
      const { unreadable } = selection;
      const caption = captionScene(selection);
      // Clips that could not be read are no sign that none was selected.
      if (unreadable.length > 0) this.tell(info(unreadableText(unreadable)));
      else if (caption.kind === "nothing-selected") this.tell(info(TEXT.nothingSelected));
      else if (caption.kind === "no-words") this.tell(info(TEXT.noWordsInSelection));
      return caption.kind === "caption" ? caption.text : null;
    } catch (thrown) {
      this.tell(failure(thrown));
      return null;
    } finally {
      this.enter(false);
    }
  }

  private enter(reading: boolean): void {
    this.reading = reading;
    this.changed();
  }
}
