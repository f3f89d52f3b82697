import { isAbsolute, join } from "node:path";
import type { Configuration } from "webpack";
import { ROOT } from "./inputs.ts";
import { typescript } from "./typescript.ts";

/** The oldest Node that package.json allows. */
const TARGET = "node20";

/**
 * The command line as JavaScript, for those who install the package: they have no TypeScript
 * loader. Two programs: `main.js`, and the thread that embeds audio. Other packages stay outside;
 * they are the package's dependencies.
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
      if (request.startsWith(".") || isAbsolute(request)) done();
      else done(undefined, request);
    },
    devtool: false,
    performance: false,
    stats: "errors-warnings",
    resolve: { extensions: [".ts", ".js"] },
    module: {
      // Paths are found from the place of the program, which is as deep in the package as its source.
      parser: { javascript: { url: false, importMeta: false, dynamicImportMode: "eager" } },
      rules: [typescript(TARGET)],
    },
    // A report of a crash should name real lines and functions.
    optimization: { minimize: false },
  };
}
