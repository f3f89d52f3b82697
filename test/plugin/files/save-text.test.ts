import { beforeEach, describe, expect, it } from "vitest";
import { saveText } from "../../../plugin/files/save-text.ts";
import { refusal } from "../cues.ts";
import { openPremiere, type PremiereHarness } from "../premiere-harness.ts";

const PATH = "/Users/editor/Film/Cues.csv";
const FILE = { name: "Cues.csv", text: "\uFEFFTitle,Länge\r\n“First Light”,0:10\r\n" };

let editor: PremiereHarness;
let asked: unknown[];
beforeEach(() => {
  editor = openPremiere();
  editor.uxp.fileSystem.picks.splice(0, 1, PATH);
  asked = [];
  const { fileSystem } = editor.uxp;
  const ask = fileSystem.getFileForSaving.bind(fileSystem);
  fileSystem.getFileForSaving = (...given) => {
    asked.push(given);
    return ask(...given);
  };
});

describe("saving a text", () => {
  it("asks where, and writes it there as UTF-8", async () => {
    expect(await editor.host.saveText(FILE)).toEqual({ path: PATH });
    expect(asked).toEqual([["Cues.csv", { types: ["csv"] }]]);
    expect(Buffer.from(editor.disk.files.get(PATH) ?? []).toString("utf8")).toBe(FILE.text);
  });

  it("writes nothing when the editor changes their mind", async () => {
    editor.uxp.fileSystem.picks.splice(0, 1, null);
    expect(await editor.host.saveText(FILE)).toEqual({ path: null });
    expect(editor.disk.files.has(PATH)).toBe(false);
  });

  it("takes no answer for a change of mind, too", async () => {
    editor.uxp.fileSystem.getFileForSaving = () => Promise.resolve(undefined as never);
    expect(await saveText(editor.uxp.storage, FILE)).toEqual({ path: null });
  });

  it.each(["cutsShort", "throws"] as const)("is a refusal on a disk that %s", async (whenFull) => {
    Object.assign(editor.disk, { bytesLeft: 20, whenFull });
    const error = await refusal(editor.host.saveText(FILE));
    expect(error.input).toBe(PATH);
  });

  it("is a refusal when Premiere cannot ask", async () => {
    editor.uxp.fileSystem.picks.splice(0);
    expect((await refusal(editor.host.saveText(FILE))).what).toMatch(/could not ask/);
  });
});
