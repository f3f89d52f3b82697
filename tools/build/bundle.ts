import webpack, { type Configuration } from "webpack";

/** Bundles scripts. @throws Error with what webpack says */
export function bundle(...scripts: readonly Configuration[]): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack([...scripts], (error, stats) => {
      if (error !== null) reject(error);
      else if (stats?.hasErrors() === true) reject(new Error(stats.toString("errors-only")));
      else resolve();
    });
  });
}
