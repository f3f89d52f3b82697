/**
 * Checks a release, tests and packages it, and with `--write` tags it: `npm run release`. With
 * `--dry-run` it only checks the release and lists the other steps.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { ROOT } from "./build/inputs.ts";
import { release } from "./release/release.ts";
import { readState } from "./release/state.ts";

const { values } = parseArgs({
  options: { "dry-run": { type: "boolean" }, write: { type: "boolean" } },
});
const mode = values["dry-run"] === true ? "dry-run" : values.write === true ? "write" : "rehearse";
const isDone = release(readState(ROOT), mode, {
  run: (command, args) => spawnSync(command, args, { cwd: ROOT, stdio: "inherit" }).status === 0,
  say: (line) => console.log(line),
});
process.exitCode = isDone ? 0 : 1;
