import { isAbsolute, join } from "node:path";
import type { Configuration } from "webpack";
import { ROOT } from "./inputs.ts";
import { typescript } from "./typescript.ts";

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
      if (request.startsWith(".") || isAbsolute(request)) done();
      else done(undefined, request);
    },
    devtool: false,
    performance: false,
    stats: "errors-warnings",
    resolve: { extensions: [".ts", ".js"] },
    module: {
      // Paths are relative to the program, which is as deep in the package as its source.
      parser: { javascript: { url: false, importMeta: false, dynamicImportMode: "eager" } },
      rules: [typescript(TARGET)],
    },
    // Crash reports should name the original lines and functions.
    optimization: { minimize: false },
  };
}
