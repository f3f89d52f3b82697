import type { AssetSource, PackedAsset, PackedAssetSource } from "../contract/engine.ts";
import { AssetError, DeviceError } from "../contract/errors.ts";

/** Assets whose packed ones are unpacked here, off the page's thread. */
export function unpacking(source: PackedAssetSource): AssetSource {
  return {
    read: async (name) => {
      const asset = await source.read(name);
      return asset instanceof Uint8Array ? asset : unpacked(asset, name);
    },
  };
}

/**
 * What a packed asset holds.
 * @throws AssetError it is damaged, or holds more or less than it should.
 * @throws DeviceError this place cannot unpack; whatever runs the models can (Safari 16.4, Chrome 80).
 */
async function unpacked({ gzip, bytes }: PackedAsset, name: string): Promise<Uint8Array> {
  if (typeof DecompressionStream === "undefined") {
    throw new DeviceError({
      what: "This device cannot unpack Needledrop's files.",
      input: name,
      next: "Update the operating system or the editing application.",
    });
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  try {
    // Read in place: a Response would copy the largest asset once more.
    const packed = new Blob([new Uint8Array(gzip)]).stream();
    const reader = packed.pipeThrough(new DecompressionStream("gzip")).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      whole.set(part.value, at); // A RangeError where it holds more.
      at += part.value.length;
    }
  } catch (cause) {
    throw damaged(name, cause);
  }
  if (at !== bytes) throw damaged(name, `${at} of ${bytes} bytes`);
  return whole;
}

const damaged = (name: string, cause: unknown): AssetError =>
  new AssetError({
    what: "Needledrop's files are damaged.",
    input: name,
    next: "Try again. If it happens again, reinstall Needledrop.",
    cause,
  });
