import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { AssetError } from "../../src/contract/errors.ts";
import { checkHosts } from "./catalogue-hosts.ts";
import { iconFiles, readManifest, type Manifest } from "./manifest.ts";
import { zipFolder } from "./zip.ts";

export interface PackageInputs {
  /** Holds manifest.json, icons/, plugin/ and catalogue/. */
  readonly root: string;
  /** Holds webpack's output: page/ and plugin/. */
  readonly dist: string;
}

/** Files that webpack must have written before packaging. */
const BUILT = [
  "plugin/index.js",
  "page/index.html",
  "page/needledrop.js",
  "page/assets/script-engine.0.js",
];

/**
 * Completes the plugin's folder `dist/plugin` and zips it. The same input gives the same bytes.
 * @returns the path of the package
 * @throws AssetError the build is missing or incomplete; the manifest disagrees with package.json or
 * with the catalogues
 */
export function packagePlugin({ root, dist }: PackageInputs): string {
  for (const file of BUILT) requireBuilt(join(dist, file));
  const audio = join(dist, "page/audio");
  if (!existsSync(audio) || readdirSync(audio).length === 0) throw notBuilt(audio);

  const manifest = readManifest(join(root, "manifest.json"));
  checkVersion(manifest, join(root, "package.json"));
  checkHosts(manifest, join(root, "catalogue"));
  const folder = join(dist, "plugin");
  clear(folder);
  copy(join(root, "manifest.json"), join(folder, "manifest.json"));
  for (const file of ["index.html", "panel.css"]) {
    copy(join(root, "plugin", file), join(folder, file));
  }
  for (const { path } of iconFiles(manifest)) copy(join(root, path), join(folder, path));
  cpSync(join(dist, "page"), join(folder, "page"), { recursive: true });

  const file = join(dist, "needledrop.ccx");
  writeFileSync(file, zipFolder(folder));
  return file;
}

/** Keeps only webpack's output, so that no file of an earlier package is included. */
function clear(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== "index.js") rmSync(join(folder, name), { recursive: true });
  }
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function checkVersion(manifest: Manifest, packageFile: string): void {
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version?: unknown };
  if (version === manifest.version) return;
  throw new AssetError({
    what: `manifest.json has version ${manifest.version}, package.json has ${String(version)}.`,
    input: "manifest.json",
    next: "Give both the same version.",
  });
}

function requireBuilt(path: string): void {
  if (!existsSync(path)) throw notBuilt(path);
}

function notBuilt(path: string): AssetError {
  return new AssetError({
    what: "The build is missing or incomplete.",
    input: path,
    next: "Run `npm run build` first.",
  });
}
