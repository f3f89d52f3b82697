import { beforeEach, describe, expect, it } from "vitest";
import type { EditorHost, HostEvent, Scene } from "../../src/contract/editor-host.ts";
import { BridgeError, HostError } from "../../src/contract/errors.ts";
import { EditorLink } from "../../src/panel/editor-link.ts";
import { byHand } from "./results.ts";

const sceneAt = (playhead: number): Scene => ({
  sequence: { name: "Cut", seconds: 100, playhead, range: null },
  clips: [],
});

let scenes: ReturnType<typeof byHand<Scene>>[];
let tell: (event: HostEvent) => void;
let host: EditorHost;

beforeEach(() => {
  scenes = [];
  host = {
    describe: () =>
      Promise.resolve({ name: "Editor", version: "1", theme: "light", rowDrag: true }),
    readScene: () => {
      const scene = byHand<Scene>();
      scenes.push(scene);
      return scene.promise;
    },
    insert: () => Promise.reject(new Error("not asked for here")),
    offerDrag: () => Promise.resolve(),
    openPage: () => Promise.resolve(),
    onEvent: (listener) => {
      tell = listener;
      return () => undefined;
    },
  };
});

const linked = (): EditorLink =>
  new EditorLink(
    () => Promise.resolve(host),
    () => undefined,
  );
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("the link to the editor", () => {
  it("is connected once the editor has described itself, and takes its theme", async () => {
    const link = linked();
    void link.start();
    expect(link.state.name).toBe("connecting");
    await settled();
    expect(link.state).toMatchObject({ name: "connected", info: { name: "Editor" } });
    expect([link.theme, link.rowDrag, link.host]).toEqual(["light", true, host]);
  });

  it("follows the editor's theme", async () => {
    const link = linked();
    void link.start();
    await settled();
    tell({ type: "theme", theme: "darkest" });
    expect(link.theme).toBe("darkest");
  });

  it("reads the scene at first and whenever the editor says that it changed", async () => {
    const link = linked();
    void link.start();
    await settled();
    scenes[0]?.resolve(sceneAt(1));
    await settled();
    expect(link.scene).toEqual(sceneAt(1));
    tell({ type: "scene" });
    scenes[1]?.resolve(sceneAt(2));
    await settled();
    expect(link.scene).toEqual(sceneAt(2));
  });

  it("never lets an older scene replace a newer one", async () => {
    const link = linked();
    void link.start();
    await settled();
    tell({ type: "scene" });
    scenes[1]?.resolve(sceneAt(2));
    await settled();
    scenes[0]?.resolve(sceneAt(1));
    await settled();
    expect(link.scene).toEqual(sceneAt(2));
  });

  it("knows no scene where the editor cannot say", async () => {
    const link = linked();
    void link.start();
    await settled();
    scenes[0]?.reject(new HostError({ what: "No project.", next: "Open one." }));
    await settled();
    expect(link.scene).toBeNull();
  });

  it("stays without editor when there is none, or when it does not answer", async () => {
    const alone = new EditorLink(
      () => null,
      () => undefined,
    );
    await alone.start();
    expect(alone.state).toEqual({ name: "none", problem: null });
    const problem = new BridgeError({ what: "No answer.", next: "Reopen." });
    const unanswered = new EditorLink(
      () => Promise.reject(problem),
      () => undefined,
    );
    await unanswered.start();
    expect(unanswered.state).toEqual({ name: "none", problem });
    expect(unanswered.host).toBeNull();
  });
});
