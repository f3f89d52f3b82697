import webpack, { type WebpackPluginInstance } from "webpack";

/**
 * Wraps a script of the worker in a function for the page, which hands the function's text to the
 * worker, since a `file://` page may neither start a worker from a file nor read the file.
 * @param doorway where the page takes it in
 */
export function functionWrapper(doorway: "engine" | "transformers"): WebpackPluginInstance[] {
  // After the minimiser, which would remove the body of a function without effect.
  const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
  return [
    new webpack.BannerPlugin({ banner: `__needledrop.${doorway}(function () {`, raw: true, stage }),
    new webpack.BannerPlugin({ banner: "});", raw: true, footer: true, stage }),
  ];
}
