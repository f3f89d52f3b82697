import { tsImport } from "tsx/esm/api";

/**
 * The build itself is TypeScript (tools/build); this file only lets webpack-cli read it. With
 * `--env cli` it builds the command line, otherwise what ships in the plugin, and the demo.
 */
export default async function config(env) {
  if (env?.cli) {
    const { commandLine } = await tsImport("./tools/build/cli.ts", import.meta.url);
    return commandLine();
  }
  const { configurations } = await tsImport("./tools/build/configurations.ts", import.meta.url);
  return configurations();
}
