import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";

/**
 * Makes `to` hold exactly the named files of `from`: as hard links where possible, since they take
 * no space, otherwise as copies.
 */
export function placeAudio(names: readonly string[], from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const wanted = new Set(names);
  for (const file of readdirSync(to)) if (!wanted.has(file)) rmSync(join(to, file));
  for (const file of wanted) placeFile(join(from, file), join(to, file));
}

function placeFile(source: string, target: string): void {
  if (existsSync(target)) {
    if (isSame(source, target)) return;
    rmSync(target);
  }
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target); // Another disk, or one without hard links.
  }
}

/** A hard link is the same file; a copy counts as the same if size and age agree. */
function isSame(source: string, target: string): boolean {
  const [a, b] = [statSync(source), statSync(target)];
  return a.ino === b.ino || (a.size === b.size && a.mtimeMs <= b.mtimeMs);
}
