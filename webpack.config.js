import { tsImport } from "tsx/esm/api";

/** The build itself is TypeScript (tools/build); this file only lets webpack-cli read it. */
export default async function config() {
  const { configurations } = await tsImport("./tools/build/configurations.ts", import.meta.url);
  return configurations();
}
