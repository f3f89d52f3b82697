import { homedir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packsFolder } from "../../../src/cli/packs/added-packs.ts";

it.each([
  ["linux", {}, join(homedir(), ".local/share/needledrop/packs")],
  ["linux", { XDG_DATA_HOME: "/data" }, "/data/needledrop/packs"],
  ["darwin", {}, join(homedir(), "Library/Application Support/needledrop/packs")],
  ["win32", { APPDATA: "/Roaming" }, "/Roaming/needledrop/packs"],
  ["win32", { NEEDLEDROP_PACKS: "/elsewhere", APPDATA: "/Roaming" }, "/elsewhere"],
] as const)("keeps packs where %s keeps data of programs: %j", (platform, env, folder) => {
  expect(packsFolder(env, platform)).toBe(folder);
});
