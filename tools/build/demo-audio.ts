import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Writes each audio file as a classic script that hands it to the stand-in in base64
 * (`src/demo/host/audio-scripts.ts`): a browser lets no `file://` page read its own audio. They lie
 * beside `demo.html`, outside of what is packaged. Scripts of unchanged files are kept, others removed.
 * @param names of files in `from`
 * @param to folder for the scripts, such as `dist/demo-audio`
 */
export function writeDemoAudio(names: readonly string[], from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const scripts = new Map(names.map((name) => [`${name}.js`, join(from, name)]));
  for (const file of readdirSync(to)) if (!scripts.has(file)) rmSync(join(to, file));
  for (const [script, source] of scripts) {
    const target = join(to, script);
    const { mtimeMs } = statSync(source);
    if ((statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? -1) >= mtimeMs) continue;
    const path = JSON.stringify(`audio/${basename(source)}`);
    const base64 = readFileSync(source).toString("base64");
    writeFileSync(target, `__demoAudio(${path},"${base64}");\n`);
  }
}
