import { expect, it } from "vitest";
import { chosenPack } from "../../../src/panel/packs/chosen-pack.ts";

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
