import { beforeEach, describe, expect, it } from "vitest";
import type { Project } from "../../../src/contract/place.ts";
import { openPremiere, type PremiereHarness } from "../premiere-harness.ts";

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

const project = async (): Promise<Project | null> => (await editor.host.readPlace()).project;

describe("the open project", () => {
  it("is known by its guid, and by the same after it has moved", async () => {
    expect(await project()).toEqual({ id: "project-1", name: "Film.prproj" });
    editor.state.projectPath = "/elsewhere/Film.prproj";
    expect((await project())?.id).toBe("project-1");
  });

  it("is known by its path in a build without guids, which is not told itself", async () => {
    editor.state.faults.noGuids = true;
    const first = await project();
    expect(first?.id).toMatch(/^path-[0-9a-f]{16}$/);
    expect((await project())?.id).toBe(first?.id);
    editor.state.projectPath = "/films/Other.prproj";
    expect((await project())?.id).not.toBe(first?.id);
  });

  it("is none if it has no guid and was never saved", async () => {
    editor.state.faults.noGuids = true;
    editor.state.projectPath = "";
    const place = await editor.host.readPlace();
    expect(place.project).toBeNull();
    expect(place.sequence).not.toBeNull();
  });

  it("is told without a sequence too", async () => {
    editor.state.sequence = null;
    expect((await project())?.id).toBe("project-1");
  });
});
