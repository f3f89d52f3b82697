import webpack, { type WebpackPluginInstance } from "webpack";

/**
 * Wraps the engine's script in a function handed to the page, which makes its worker from the
 * function's text: a `file://` page may neither start a worker from a file nor read the file.
 */
export function engineWrapper(): WebpackPluginInstance[] {
  // After the minimiser, which would find a function without effect and empty it.
  const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
  return [
    new webpack.BannerPlugin({ banner: "__needledrop.engine(function () {", raw: true, stage }),
    new webpack.BannerPlugin({ banner: "});", raw: true, footer: true, stage }),
  ];
}
