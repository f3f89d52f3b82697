import { isAbsolute, join } from "node:path";
import type { Configuration } from "webpack";
import { ROOT } from "./inputs.ts";
import { ThirdPartyNotices } from "./notices.ts";
import { typescript } from "./typescript.ts";

/** transformers.js is part of the program, since its own package brings native runtimes; so is this. */
const BUNDLED = ["onnxruntime-common"];

/** transformers.js uses the runtime that it is given, so its own is left out. */
export const NOT_NEEDED = { "onnxruntime-web/jspi": false } as const;

/** The oldest Node that package.json allows. */
const TARGET = "node20";

/**
 * The command line as JavaScript, since an installed package has no TypeScript loader. There are
 * two programs: `main.js`, and the thread that embeds audio. Other packages are not bundled; they
 * are dependencies of the package.
 */
export function commandLine(folder = join(ROOT, "dist/cli")): Configuration {
  return {
    name: "command-line",
    mode: "production",
    context: ROOT,
    target: TARGET,
    entry: {
      main: join(ROOT, "src/cli/main.ts"),
      worker: join(ROOT, "src/cli/indexing/worker.ts"),
    },
    output: {
      path: folder,
      filename: "[name].js",
      library: { type: "module" },
      chunkFormat: "module",
      clean: true,
    },
    experiments: { outputModule: true },
    externalsType: "module-import",
    externals: ({ request }, done) => {
      const isOurs = request.startsWith(".") || isAbsolute(request) || BUNDLED.includes(request);
      if (isOurs || request in NOT_NEEDED) done();
      else done(undefined, request);
    },
    devtool: false,
    performance: false,
    stats: "errors-warnings",
    resolve: { extensions: [".ts", ".js"], alias: NOT_NEEDED },
    module: {
      // Paths are relative to the program, which is as deep in the package as its source.
      parser: { javascript: { url: false, importMeta: false, dynamicImportMode: "eager" } },
      rules: [typescript(TARGET)],
    },
    // Crash reports should name the original lines and functions.
    optimization: { minimize: false, splitChunks: false },
    plugins: [new ThirdPartyNotices(join(folder, "THIRD-PARTY.txt"))],
  };
}
