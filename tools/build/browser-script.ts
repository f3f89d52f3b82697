import { join } from "node:path";
import webpack, { type Configuration } from "webpack";
import { EsbuildPlugin } from "esbuild-loader";
import { ROOT } from "./inputs.ts";
import { typescript } from "./typescript.ts";

/** What browsers and Premiere's runtime understand. */
export const TARGET = "es2022";

/** One classic script with everything in it, since a `file://` page cannot import modules. */
export function browserScript(entry: string, folder: string, file: string): Configuration {
  return {
    ...script(entry, folder, file),
    name: file,
    target: ["web", TARGET],
    plugins: [
      // Otherwise webpack writes this machine's path here. The engine never uses it.
      new webpack.DefinePlugin({ "import.meta.url": "self.location.href" }),
    ],
  };
}

/** A script for any runtime. @param entry relative to the repository's root */
export function script(entry: string, folder: string, file: string): Configuration {
  return {
    mode: "production",
    context: ROOT,
    entry: join(ROOT, entry),
    output: { path: folder, filename: file },
    devtool: false,
    performance: false,
    stats: "errors-warnings",
    resolve: { extensions: [".ts", ".js"] },
    module: {
      parser: { javascript: { url: false, dynamicImportMode: "eager" } },
      rules: [typescript(TARGET)],
    },
    // Licences go into THIRD-PARTY.txt; errors keep the names of their classes.
    optimization: {
      minimizer: [new EsbuildPlugin({ target: TARGET, legalComments: "none", keepNames: true })],
    },
  };
}
