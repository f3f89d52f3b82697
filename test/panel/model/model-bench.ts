import { NO_FOLDERS } from "../no-folders.ts";
import { vi, type Mock } from "vitest";
import type { SearchAnswer } from "../../../src/contract/search.ts";
import type { OpenedEngine } from "../../../src/panel/loading/bundled-engine.ts";
import type { PanelHands } from "../../../src/panel/model/acts.ts";
import { PanelModel } from "../../../src/panel/model/panel-model.ts";
import type { PanelView } from "../../../src/panel/model/panel-view.ts";
import { MemoryStore } from "../kept/memory-store.ts";
import { FakeMedia } from "../fake-media.ts";
import { answerOf, byHand, resultOf, settled } from "../results.ts";
import { TestEditor } from "../test-editor.ts";

export const DAWN = resultOf();
export const DUSK = resultOf({ rank: 2, track: { id: "dusk", title: "Dusk" } });

/** A panel with an editor, and an engine that opens when the test says so. */
export class ModelBench {
  readonly editor = new TestEditor();
  readonly search = vi.fn((query: string) => Promise.resolve(answerOf(query, DAWN, DUSK)));
  readonly hands: { [Hand in keyof PanelHands]: Mock<PanelHands[Hand]> } = {
    submit: vi.fn(),
    clear: vi.fn(),
    focusBox: vi.fn(),
    leaveBox: vi.fn(),
    focusSelected: vi.fn(),
    focusTrackChoice: vi.fn(),
    focusFilters: vi.fn(),
    rowsInSight: vi.fn(() => 2),
    followSelected: vi.fn(),
    closeSheet: vi.fn(),
  };
  /** Of the last search. */
  wasLocalOnly: boolean | undefined;
  literal: readonly string[] = [];
  opening = byHand<OpenedEngine>();
  /** What was published last. */
  shown: PanelView | null = null;
  readonly model: PanelModel;

  folders: Partial<OpenedEngine["engine"]> = NO_FOLDERS;
  readonly kept = new MemoryStore();

  constructor(connected: "editor" | "no editor" = "editor") {
    const host = connected === "editor" ? this.editor : null;
    const sources = {
      openEngine: () => this.opening.promise,
      connectEditor: () => Promise.resolve(host),
      media: new FakeMedia().element,
      openKept: () => Promise.resolve(this.kept),
      newMedia: () => new FakeMedia().element,
      version: "1.2.3",
    };
    this.model = new PanelModel(sources, this.hands, (view) => {
      this.shown = view;
    });
  }

  opened(): OpenedEngine {
    return {
      engine: {
        search: async (request): Promise<SearchAnswer> => {
          this.wasLocalOnly = request.filters?.playable === true;
          this.literal = request.literal ?? [];
          return { ...(await this.search(request.query)), request };
        },
        peaks: () => Promise.resolve(Uint8Array.of(1)),
        ...NO_FOLDERS,
        ...this.folders,
      },
      info: {
        pack: "toy@1",
        packLicence: "CC0-1.0",
        dimension: 2,
        device: "wasm",
        tracks: 2,
        localTracks: 2,
        sections: 4,
        index: { from: "bundle" },
        loadMs: 1,
      },
      failed: new Promise<never>(() => undefined),
      close: () => undefined,
    };
  }

  async start(): Promise<void> {
    this.model.start();
    this.opening.resolve(this.opened());
    await settled();
  }

  isSounding(): boolean {
    return this.model.parts.player.isSounding;
  }

  /** Whether the answer in sight was kept to local tracks. */
  isNarrowed(): boolean {
    return this.model.view.search.answer?.request.filters?.playable === true;
  }
}
