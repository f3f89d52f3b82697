import type { Cue } from "../src/contract/editor-host.ts";
import { dragPayload, pathToFileUri } from "../src/contract/drag-payload.ts";
import { asNeedledropError } from "../src/contract/errors.ts";
import type { AudioFiles } from "./audio-files.ts";
import type { MediaFolder } from "./media-folder.ts";
import type { UxpDocument, UxpElement } from "./uxp-dom.ts";

/**
 * The strip below the page from which the selected track is dragged to the timeline or a bin.
 * It stands outside the webview because Premiere takes such drags from UXP's own document only
 * (Adobe, "Drag and drop", Premiere UXP tutorials).
 */
export class DragStrip {
  readonly element: UxpElement;
  readonly #label: UxpElement;
  #cue: Cue | null = null;
  /** What a drag carries; null while there is nothing to drag. */
  #payload: string | null = null;

  constructor(
    document: UxpDocument,
    private readonly files: AudioFiles,
    private readonly folder: MediaFolder,
  ) {
    this.element = document.createElement("div");
    this.element.className = "strip";
    this.#label = document.createElement("span");
    this.#label.className = "strip-label";
    this.element.appendChild(this.#label);
    this.element.addEventListener("dragstart", ({ dataTransfer }) => {
      if (this.#payload === null || !dataTransfer) return;
      dataTransfer.setData("text/plain", this.#payload);
      dataTransfer.effectAllowed = "copyMove";
      dataTransfer.dropEffect = "copy";
    });
    this.element.addEventListener("click", () => void this.#chooseFolder());
    this.#show(null, null);
  }

  /** Puts a cue on the strip, or clears it. @throws HostError the audio is missing */
  async offer(cue: Cue | null): Promise<void> {
    this.#cue = cue;
    this.#show(cue, null);
    if (cue === null) return;
    const path = await this.files.placeQuietly(cue.audio);
    if (this.#cue !== cue) return; // Another track was chosen while this one was copied.
    if (path === null) this.#say(`Click to choose a folder for music, then drag “${cue.title}”`);
    else this.#show(cue, path);
  }

  /** Picking a folder belongs to a click, not to the mere choice of a track. */
  async #chooseFolder(): Promise<void> {
    const cue = this.#cue;
    if (cue === null || this.#payload !== null) return;
    try {
      await this.folder.choose();
      await this.offer(cue);
    } catch (error) {
      this.#say(asNeedledropError(error).message);
    }
  }

  #show(cue: Cue | null, path: string | null): void {
    this.element.style.display = cue === null ? "none" : "flex";
    const payload =
      cue === null || path === null ? null : dragPayload(nameOf(path), pathToFileUri(path));
    this.#payload = payload === null ? null : JSON.stringify(payload);
    this.element.setAttribute("draggable", String(this.#payload !== null));
    if (cue === null) return this.#say("");
    if (path === null) return this.#say(`Preparing “${cue.title}” …`);
    this.#say(
      payload === null
        ? `Premiere takes no drags of this kind of file. Use Insert for “${cue.title}”.`
        : `Drag “${cue.title}” to the timeline (whole track)`,
    );
  }

  #say(text: string): void {
    this.#label.textContent = text;
  }
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
