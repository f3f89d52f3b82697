import { join } from "node:path";
import type { RuleSetRule } from "webpack";
import { ROOT } from "./inputs.ts";

/** Compiles TypeScript for one of esbuild's targets, such as `es2022` or `node20`. */
export const typescript = (target: string): RuleSetRule => ({
  test: /\.ts$/,
  loader: "esbuild-loader",
  options: { target, tsconfig: join(ROOT, "tsconfig.base.json") },
});
