import { after } from "../src/shared/clock.ts";
import type { Cue } from "../src/contract/cue.ts";
import { dragPayload, pathToFileUri } from "../src/shared/drag-payload.ts";
import { asNeedledropError } from "../src/contract/errors.ts";
import { isImportable } from "../src/shared/importable.ts";
import type { AudioFiles } from "./files/audio-files.ts";
import type { ProjectMusicFolder } from "./files/music-folder.ts";
import type { UxpDataTransfer, UxpDocument, UxpElement } from "./uxp/dom.ts";
import { guarded } from "./uxp/guard.ts";

/** A track that stays chosen this long, in milliseconds, may well be dragged. */
const SETTLED = 300;

type State =
  | { readonly name: "empty" }
  /** A kind of file whose drags Premiere does not accept. */
  | { readonly name: "undraggable"; readonly cue: Cue }
  /** The editor has not chosen a folder for music yet. */
  | { readonly name: "folderless"; readonly cue: Cue }
  /** Not copied yet: most tracks that are looked at are never dragged. */
  | { readonly name: "offered"; readonly cue: Cue }
  | { readonly name: "copying"; readonly cue: Cue }
  | { readonly name: "ready"; readonly cue: Cue; readonly path: string; readonly payload: string }
  | { readonly name: "failed"; readonly cue: Cue; readonly message: string };

/**
 * The strip below the page from which the selected track is dragged to the timeline or a bin.
 * It stands outside the webview because Premiere takes such drags from UXP's own document only
 * (Adobe, "Drag and drop", Premiere UXP tutorials).
 */
export class DragStrip {
  readonly element: UxpElement;
  /** Native paths of what was dragged since the panel opened, for the host check. */
  readonly begun: string[] = [];
  private readonly label: UxpElement;
  private state: State = { name: "empty" };
  private stopWaiting = (): void => undefined;

  constructor(
    document: UxpDocument,
    private readonly files: AudioFiles,
    private readonly folder: ProjectMusicFolder,
  ) {
    this.element = document.createElement("div");
    this.element.className = "strip";
    this.label = document.createElement("span");
    this.label.className = "strip-label";
    this.element.appendChild(this.label);
    const on = (type: string, action: (data?: UxpDataTransfer | null) => unknown): void =>
      this.element.addEventListener(
        type,
        guarded(({ dataTransfer }) => action(dataTransfer)),
      );
    // A drag must have its data the moment it begins, so the file is copied as the hand comes near.
    on("pointerenter", () => this.copyOffered());
    on("pointerdown", () => this.copyOffered());
    on("click", () => this.click());
    on("dragstart", (data) => this.begin(data));
    this.enter(this.state);
  }

  /** Puts a cue on the strip, or clears it; what was copied for the last one alone goes again. */
  offer(cue: Cue | null): Promise<void> {
    const last = this.state;
    const isSame = last.name !== "empty" && last.cue.audio.path === cue?.audio.path;
    this.stopWaiting();
    if (last.name !== "empty" && !isSame) guarded(() => this.files.release(last.cue.audio))();

    if (cue === null) this.enter({ name: "empty" });
    else if (last.name === "ready" && isSame) this.enter({ ...last, cue });
    else if (payloadOf(cue.audio.path) === null) this.enter({ name: "undraggable", cue });
    else if (cue.audio.kind === "file") this.ready(cue, cue.audio.path);
    else {
      this.enter({ name: "offered", cue });
      // Adobe documents no pointer events for such an element, so the copy may have to start without.
      this.stopWaiting = after(
        SETTLED,
        guarded(() => this.copyOffered()),
      );
    }
    return Promise.resolve();
  }

  private async copyOffered(): Promise<void> {
    if (this.state.name === "offered") await this.copy(this.state.cue);
  }

  private async copy(cue: Cue): Promise<void> {
    const copying = this.enter({ name: "copying", cue });
    try {
      const path = await this.files.prepare(cue.audio);
      if (this.state !== copying) return;
      if (path === null) this.enter({ name: "folderless", cue });
      else this.ready(cue, path);
    } catch (thrown) {
      if (this.state === copying) this.fail(cue, thrown);
    }
  }

  private async click(): Promise<void> {
    if (this.state.name === "failed") await this.copy(this.state.cue);
    else if (this.state.name === "folderless") await this.chooseFolder(this.state.cue);
  }

  /** Picking a folder belongs to a click, not to the mere choice of a track. */
  private async chooseFolder(cue: Cue): Promise<void> {
    const choosing = this.enter({ name: "copying", cue });
    try {
      const { path } = await this.folder.change();
      if (this.state !== choosing) return;
      if (path === null) this.enter({ name: "folderless", cue });
      else await this.copy(cue);
    } catch (thrown) {
      if (this.state === choosing) this.fail(cue, thrown);
    }
  }

  /** Fills a drag that begins. Premiere does not report where it ends, so the copy stays from now on. */
  private begin(data: UxpDataTransfer | null | undefined): void {
    if (this.state.name !== "ready" || !data) return;
    const { cue, path, payload } = this.state;
    this.files.claim(cue.audio);
    this.begun.push(path);
    data.setData("text/plain", payload);
    data.setData("text", payload); // Some hosts read this one (Adobe's sample).
    data.effectAllowed = "copyMove";
    data.dropEffect = "copy";
  }

  private ready(cue: Cue, path: string): void {
    const payload = payloadOf(path);
    this.enter(
      payload === null ? { name: "undraggable", cue } : { name: "ready", cue, path, payload },
    );
  }

  private fail(cue: Cue, thrown: unknown): void {
    this.enter({ name: "failed", cue, message: asNeedledropError(thrown).message });
  }

  private enter(state: State): State {
    this.state = state;
    const isDraggable = ["offered", "copying", "ready"].includes(state.name);
    this.element.style.display = state.name === "empty" ? "none" : "flex";
    this.element.setAttribute("draggable", String(isDraggable));
    this.label.textContent = labelOf(state);
    return state;
  }
}

function labelOf(state: State): string {
  switch (state.name) {
    case "empty":
      return "";
    case "undraggable":
      return isImportable(state.cue.audio.path)
        ? `Premiere does not accept drags of this kind of file. Use Insert for “${state.cue.title}”.`
        : `Premiere does not import this kind of file. Use Insert for “${state.cue.title}”: it is converted to WAV.`;
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
