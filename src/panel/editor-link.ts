import { connectHost } from "../contract/bridge-client.ts";
import type { EditorHost, HostInfo, Scene, Theme } from "../contract/editor-host.ts";
import { asNeedledropError, type NeedledropError } from "../contract/errors.ts";
import { findWire } from "./wire.ts";

/** Finds the editor around this page; null when there is none. */
export type ConnectEditor = () => Promise<EditorHost> | null;

export const connectSurroundingEditor: ConnectEditor = () => {
  const wire = findWire(window);
  return wire === null ? null : connectHost(wire);
};

export type EditorState =
  | { readonly name: "none"; readonly problem: NeedledropError | null }
  | { readonly name: "connecting" }
  | { readonly name: "connected"; readonly host: EditorHost; readonly info: HostInfo };

/** The editor as the panel knows it at this moment. */
export class EditorLink {
  state: EditorState = { name: "none", problem: null };
  theme: Theme | null = null;
  /** What was last read; null while nothing is known. */
  scene: Scene | null = null;
  private lastRead = 0;

  constructor(
    private readonly connect: ConnectEditor,
    private readonly changed: () => void,
  ) {}

  /** Never rejects: without an editor the panel still searches and plays. */
  async start(): Promise<void> {
    const connecting = this.connect();
    if (connecting === null) return;
    this.enter({ name: "connecting" });
    try {
      const host = await connecting;
      const info = await host.describe();
      this.theme = info.theme;
      host.onEvent((event) => {
        if (event.type === "theme") this.theme = event.theme;
        else void this.readScene();
        this.changed();
      });
      this.enter({ name: "connected", host, info });
    } catch (thrown) {
      this.enter({ name: "none", problem: asNeedledropError(thrown) });
    }
    await this.readScene();
  }

  get host(): EditorHost | null {
    return this.state.name === "connected" ? this.state.host : null;
  }

  /** Whether a result row may itself be dragged to the timeline. */
  get rowDrag(): boolean {
    return this.state.name === "connected" && this.state.info.rowDrag;
  }

  /** Reads the scene afresh; null where the editor cannot say. Older answers never replace newer. */
  async readScene(): Promise<Scene | null> {
    this.lastRead += 1;
    const id = this.lastRead;
    const scene = (await this.host?.readScene().catch(() => null)) ?? null;
    if (id === this.lastRead) {
      this.scene = scene;
      this.changed();
    }
    return scene;
  }

  private enter(state: EditorState): void {
    this.state = state;
    this.changed();
  }
}
