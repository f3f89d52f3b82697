import type { Cue } from "../src/contract/editor-host.ts";
import { dragPayload, pathToFileUri } from "../src/contract/drag-payload.ts";
import { asNeedledropError } from "../src/contract/errors.ts";
import type { AudioFiles } from "./audio-files.ts";
import type { MediaFolder } from "./media-folder.ts";
import type { UxpDocument, UxpElement } from "./uxp-dom.ts";

type State =
  | { readonly name: "empty" }
  /** A kind of file that Premiere takes no drags of. */
  | { readonly name: "undraggable"; readonly cue: Cue }
  /** The editor has not chosen a folder for music yet. */
  | { readonly name: "folderless"; readonly cue: Cue }
  /** Not copied yet: most tracks that are looked at are never dragged. */
  | { readonly name: "offered"; readonly cue: Cue }
  | { readonly name: "copying"; readonly cue: Cue }
  | { readonly name: "ready"; readonly cue: Cue; readonly payload: string }
  | { readonly name: "failed"; readonly message: string };

/**
 * The strip below the page from which the selected track is dragged to the timeline or a bin.
 * It stands outside the webview because Premiere takes such drags from UXP's own document only
 * (Adobe, "Drag and drop", Premiere UXP tutorials).
 */
export class DragStrip {
  readonly element: UxpElement;
  readonly #label: UxpElement;
  #state: State = { name: "empty" };

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
    // A drag must have its data the moment it begins, so the file is copied as the hand comes near.
    this.element.addEventListener("pointerenter", () => void this.#copy());
    this.element.addEventListener("pointerdown", () => void this.#copy());
    this.element.addEventListener("click", () => void this.#chooseFolder());
    this.element.addEventListener("dragstart", ({ dataTransfer }) => {
      if (this.#state.name !== "ready" || !dataTransfer) return;
      dataTransfer.setData("text/plain", this.#state.payload);
      dataTransfer.effectAllowed = "copyMove";
      dataTransfer.dropEffect = "copy";
    });
    this.#enter(this.#state);
  }

  /** Puts a cue on the strip, or clears it. */
  async offer(cue: Cue | null): Promise<void> {
    if (cue === null) this.#enter({ name: "empty" });
    else if (payloadOf(cue.audio.path) === null) this.#enter({ name: "undraggable", cue });
    else if (cue.audio.kind === "file") this.#ready(cue, cue.audio.path);
    else {
      const offered = this.#enter({ name: "offered", cue });
      const folder = await this.folder.known();
      if (folder === null && this.#state === offered) this.#enter({ name: "folderless", cue });
    }
  }

  async #copy(): Promise<void> {
    if (this.#state.name !== "offered") return;
    const { cue } = this.#state;
    const copying = this.#enter({ name: "copying", cue });
    try {
      const path = await this.files.place(cue.audio);
      if (this.#state === copying) this.#ready(cue, path);
    } catch (error) {
      if (this.#state === copying) this.#fail(error);
    }
  }

  /** Picking a folder belongs to a click, not to the mere choice of a track. */
  async #chooseFolder(): Promise<void> {
    if (this.#state.name !== "folderless") return;
    const { cue } = this.#state;
    const choosing = this.#enter({ name: "copying", cue });
    try {
      await this.folder.choose();
      if (this.#state === choosing) await this.offer(cue);
    } catch (error) {
      if (this.#state === choosing) this.#fail(error);
    }
  }

  #ready(cue: Cue, path: string): void {
    const payload = payloadOf(path);
    this.#enter(payload === null ? { name: "undraggable", cue } : { name: "ready", cue, payload });
  }

  #fail(error: unknown): void {
    this.#enter({ name: "failed", message: asNeedledropError(error).message });
  }

  #enter(state: State): State {
    this.#state = state;
    const isDraggable = ["offered", "copying", "ready"].includes(state.name);
    this.element.style.display = state.name === "empty" ? "none" : "flex";
    this.element.setAttribute("draggable", String(isDraggable));
    this.#label.textContent = labelOf(state);
    return state;
  }
}

function labelOf(state: State): string {
  switch (state.name) {
    case "empty":
      return "";
    case "undraggable":
      return `Premiere takes no drags of this kind of file. Use Insert for “${state.cue.title}”.`;
    case "folderless":
      return `Click to choose a folder for music, then drag “${state.cue.title}”`;
    case "copying":
      return `Preparing “${state.cue.title}” …`;
    case "offered":
    case "ready":
      return `Drag “${state.cue.title}” to the timeline (whole track)`;
    case "failed":
      return state.message;
  }
}

/** What a drag of this file carries, or null where Premiere would ignore it. */
function payloadOf(path: string): string | null {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const payload = dragPayload(name, pathToFileUri(path));
  return payload === null ? null : JSON.stringify(payload);
}
