import { beforeEach, describe, expect, it } from "vitest";
import { sceneClip } from "../../scene-clip.ts";
import { openPremiere, type PremiereHarness } from "../premiere-harness.ts";

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

const lying = async (...bins: string[]): Promise<readonly string[] | undefined> => {
  const item = editor.addProjectItem(sceneClip({ name: "Fox", description: "A fox.", bins }));
  editor.state.panelSelection = [item];
  return (await editor.host.readSelection()).clips[0]?.bins;
};

describe("the bins of a clip", () => {
  it("are told from the outermost to its own, without the project itself", async () => {
    expect(await lying("Day 2", "Forest", "Foxes")).toEqual(["Day 2", "Forest", "Foxes"]);
    expect(await lying()).toEqual([]);
  });

  it("are the six that are nearest to it", async () => {
    const bins = ["a", "b", "c", "d", "e", "f", "g", "h"];
    expect(await lying(...bins)).toEqual(bins.slice(2));
  });

  it("are its own bin alone where no bin can be cast", async () => {
    editor.state.faults.failing = (call) => (call === "ProjectItem.cast" ? "throws" : undefined);
    expect(await lying("Forest", "Foxes")).toEqual(["Foxes"]);
    expect(await lying()).toEqual([]);
  });

  it.each(["throws", "forgets"] as const)("are none where a clip's own %s", async (how) => {
    editor.state.faults.failing = (call) => (call === "ProjectItem.getParentBin" ? how : undefined);
    expect(await lying("Forest")).toEqual([]);
  });
});
