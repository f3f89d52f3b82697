import type {
  Cue,
  EditorHost,
  HostEvent,
  HostInfo,
  InsertReport,
  InsertRequest,
  Scene,
} from "../src/contract/editor-host.ts";
import { AudioFiles } from "./audio-files.ts";
import { DragStrip } from "./drag-strip.ts";
import { listenToHost, themeOf } from "./host-events.ts";
import { insertCue } from "./insert.ts";
import { MediaFolder } from "./media-folder.ts";
import { openPage } from "./open-page.ts";
import type { Premiere } from "./premiere.ts";
import { readScene } from "./scene.ts";
import type { Uxp, UxpKeyValueStore } from "./uxp.ts";
import type { UxpDocument, UxpElement } from "./uxp-dom.ts";

/** What the plugin finds around it; tests hand in an imitation. */
export interface PremiereSurroundings {
  readonly premiere: Premiere;
  readonly uxp: Pick<Uxp<unknown>, "host" | "shell" | "storage">;
  readonly document: UxpDocument;
  readonly memory: UxpKeyValueStore;
}

/** Premiere Pro behind the contract. */
export class PremiereHost implements EditorHost {
  readonly #around: PremiereSurroundings;
  readonly #files: AudioFiles;
  readonly #strip: DragStrip;
  #lastInsert: Promise<unknown> = Promise.resolve();

  constructor(around: PremiereSurroundings) {
    this.#around = around;
    const { localFileSystem } = around.uxp.storage;
    const folder = new MediaFolder(localFileSystem, around.memory);
    this.#files = new AudioFiles(around.uxp.storage, folder);
    this.#strip = new DragStrip(around.document, this.#files, folder);
  }

  /** Where tracks are dragged from; stands below the page. */
  get strip(): UxpElement {
    return this.#strip.element;
  }

  describe(): Promise<HostInfo> {
    const { uxp, document } = this.#around;
    return Promise.resolve({
      name: uxp.host.name.slice(0, 100),
      version: uxp.host.version.slice(0, 50),
      theme: themeOf(document.theme.getCurrent()),
      rowDrag: false,
    });
  }

  readScene(): Promise<Scene> {
    return readScene(this.#around.premiere);
  }

  /** One after the other: two at once would both find the same track free. */
  insert(request: InsertRequest): Promise<InsertReport> {
    const insert = (): Promise<InsertReport> =>
      insertCue(this.#around.premiere, this.#files, request);
    const inserted = this.#lastInsert.then(insert, insert);
    this.#lastInsert = inserted;
    return inserted;
  }

  offerDrag(cue: Cue | null): Promise<void> {
    return this.#strip.offer(cue);
  }

  openPage(page: string): Promise<void> {
    return openPage(this.#around.uxp.shell, page);
  }

  onEvent(listener: (event: HostEvent) => void): () => void {
    return listenToHost(this.#around.premiere, this.#around.document, listener);
  }
}
