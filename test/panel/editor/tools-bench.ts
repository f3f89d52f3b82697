import type { EditorHost } from "../../../src/contract/editor-host.ts";
import type { Section } from "../../../src/contract/track.ts";
import { vi } from "vitest";
import type { Converter } from "../../../src/panel/editor/converter.ts";
import { EditorLink } from "../../../src/panel/editor/editor-link.ts";
import { EditorTools, type ToolSheet } from "../../../src/panel/editor/editor-tools.ts";
import type { Notice } from "../../../src/panel/words/notice.ts";
import { resultOf } from "../results.ts";
import { TestEditor } from "../test-editor.ts";

export const DAWN = resultOf();

/** The tools with an editor of their own, and what they have told and shown last. */
export class ToolsBench {
  readonly editor = new TestEditor();
  /** Reads nothing, unless a test says so. */
  readonly converter = {
    canRead: vi.fn<Converter["canRead"]>(() => false),
    toWav: vi.fn<Converter["toWav"]>(() => Promise.reject(new Error("not asked for"))),
  };
  /** What is marked in tracks. */
  readonly passages = new Map<string, Section>();
  link!: EditorLink;
  tools!: EditorTools;
  notice: Notice | null = null;
  sheet: ToolSheet | null = null;
  /** Ids of tracks that were laid on a timeline. */
  readonly placed: string[] = [];

  static async open(): Promise<ToolsBench> {
    const bench = new ToolsBench();
    await bench.connect(bench.editor);
    return bench;
  }

  /** Starts the tools anew, with this editor or none. */
  async connect(host: EditorHost | null): Promise<void> {
    this.link = new EditorLink(
      () => Promise.resolve(host),
      () => undefined,
    );
    this.tools = new EditorTools(
      this.link,
      {
        tell: (told) => (this.notice = told),
        show: (shown) => (this.sheet = shown),
        placed: ({ track }) => this.placed.push(track.id),
        changed: () => undefined,
      },
      this.converter,
      { of: (trackId) => this.passages.get(trackId) ?? null, aim: () => null },
    );
    await this.link.start();
  }
}
