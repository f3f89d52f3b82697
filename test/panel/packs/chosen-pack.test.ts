import { expect, it } from "vitest";
import { chosenPack, hostPack } from "../../../src/panel/packs/chosen-pack.ts";

/** A file as a directory picker gives it. */
function picked(path: string, text = ""): File {
  const file = new File([text], path.split("/").at(-1) ?? "");
  Object.defineProperty(file, "webkitRelativePath", { value: path });
  return file;
}

it("names the folder, and takes the files that may belong to a pack", async () => {
  const pack = chosenPack([
    picked("clap/config.json", "{}"),
    picked("clap/onnx/text_model.onnx"),
    picked("clap/.git/objects/ab"),
    picked("clap/onnx/old/text_model.onnx"),
  ]);
  expect(pack).toMatchObject({ name: "clap", files: ["config.json", "onnx/text_model.onnx"] });
  expect(new TextDecoder().decode(await pack?.read("config.json"))).toBe("{}");
});

it("is null for no files", () => {
  expect(chosenPack([])).toBeNull();
});

it("says which file cannot be read", async () => {
  const file = picked("clap/config.json");
  Object.assign(file, { arrayBuffer: () => Promise.reject(new Error("gone")) });
  await expect(chosenPack([file])?.read("config.json")).rejects.toMatchObject({
    code: "host",
    input: "config.json",
  });
});

it("reads a folder through the editing application, each file whole", async () => {
  const asked: [string, number, number][] = [];
  const file = (name: string, bytes: number) => ({ name, bytes, modified: 1 });
  const pack = await hostPack({
    ...{ id: "1", name: "clap", path: "/models/clap" },
    list: () =>
      Promise.resolve({
        files: [file("config.json", 2), file("onnx/text_model.onnx", 9), file("a/b/c.onnx", 3)],
        unreadable: [],
      }),
    read: (...place) => {
      asked.push(place);
      return Promise.resolve(new Uint8Array(place[2]));
    },
    decode: () => Promise.reject(new Error("not asked for")),
  });
  expect(pack).toMatchObject({ name: "clap", files: ["config.json", "onnx/text_model.onnx"] });
  expect(await pack.read("onnx/text_model.onnx")).toHaveLength(9);
  expect(asked).toEqual([["onnx/text_model.onnx", 0, 9]]);
});
