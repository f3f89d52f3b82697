import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../../../tools/build/inputs.ts";
import { readManifest } from "../../../tools/package/manifest.ts";
import { FakeDisk } from "./disk.ts";
import { FakeUxp } from "./uxp.ts";

const PERMISSIONS = readManifest(join(ROOT, "manifest.json")).requiredPermissions;

let uxp: FakeUxp;
beforeEach(() => {
  uxp = new FakeUxp(new FakeDisk(), PERMISSIONS);
});

describe("the imitation of UXP refuses", () => {
  it.each(["http://example.org/", "file:///etc/passwd", "mailto:a@example.org"])(
    "to launch %s, for the manifest names only https",
    async (url) => {
      await expect(uxp.shell.openExternal(url, "Because.")).rejects.toThrow(/launchProcess/);
      expect(uxp.shell.opened).toEqual([]);
    },
  );

  it("to set up entry points twice", () => {
    uxp.entrypoints.setup({ panels: {} });
    expect(() => uxp.entrypoints.setup({ panels: {} })).toThrow();
  });
});
