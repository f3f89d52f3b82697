import webpack, { type WebpackPluginInstance } from "webpack";

/**
 * Wraps the engine's script in a function for the page, which makes its worker from the function's
 * text, since a `file://` page may neither start a worker from a file nor read the file.
 */
export function engineWrapper(): WebpackPluginInstance[] {
  // After the minimiser, which would remove the body of a function without effect.
  const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
  return [
    new webpack.BannerPlugin({ banner: "__needledrop.engine(function () {", raw: true, stage }),
    new webpack.BannerPlugin({ banner: "});", raw: true, footer: true, stage }),
  ];
}
