import { gzipSync } from "node:zlib";
import webpack, { type Compiler, type WebpackPluginInstance } from "webpack";

/** Most gzipped bytes of the page's script, which is parsed at every start. */
export const PAGE_BUDGET = 1_000_000;

/** Most bytes of the plugin with the pack and the music that ship, unpacked; the tests hold it. */
export const PLUGIN_BUDGET = 120_000_000;

/** Fails the build if a script exceeds its budget. */
export class SizeBudget implements WebpackPluginInstance {
  constructor(
    private readonly file: string,
    private readonly limit: number,
  ) {}

  apply(compiler: Compiler): void {
    const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compiler.hooks.thisCompilation.tap("SizeBudget", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "SizeBudget", stage }, (assets) => {
        const source = assets[this.file];
        if (source === undefined) return;
        const size = gzipSync(source.buffer()).length;
        if (size > this.limit) {
          compilation.errors.push(new webpack.WebpackError(this.complaint(size)));
        }
      });
    });
  }

  private complaint(size: number): string {
    return (
      `${this.file} has ${size} bytes gzipped, more than its budget of ${this.limit}. ` +
      "Import less, or move code that is not needed at the start into an asset."
    );
  }
}
