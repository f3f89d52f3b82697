import type { AssetName, PackedAsset } from "../../contract/engine.ts";
import { AssetError } from "../../contract/errors.ts";

/**
 * An asset as a script that can be run by its URL.
 * @throws AssetError it is damaged, or this place cannot unpack it.
 */
export async function asScript(
  asset: Uint8Array<ArrayBuffer> | PackedAsset,
  name: AssetName,
): Promise<Blob> {
  const type = "text/javascript";
  if (asset instanceof Uint8Array) return new Blob([asset], { type });
  try {
    const packed = new Blob([new Uint8Array(asset.gzip)]).stream();
    const unpacked = packed.pipeThrough(new DecompressionStream("gzip"));
    return new Blob([await new Response(unpacked).arrayBuffer()], { type });
  } catch (cause) {
    throw new AssetError({
      what: "A file of Needledrop is damaged, or this device is too old to unpack it.",
      input: name,
      next: "Update the operating system or the editing application, or reinstall Needledrop.",
      cause,
    });
  }
}
