import { existsSync } from "node:fs";
import { join } from "node:path";

/** The folders of the builds to measure: this one's, and perhaps another's beside it. */
export type Builds = readonly [own: string, beside?: string];

/** The folders that were given. */
export const given = (builds: Builds): string[] => builds.filter((dist) => dist !== undefined);

/** A build's folder. @throws Error nothing is built there */
export function builtIn(dist: string): string {
  if (existsSync(join(dist, "page/index.html"))) return dist;
  throw new Error(`Nothing is built in ${dist}: run \`npm run build\` first.`);
}
