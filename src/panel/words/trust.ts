import type { Device, EngineInfo } from "../../contract/engine.ts";
import type { DownloadsState } from "../downloads/downloads.ts";
import { toldText } from "./downloads.ts";
import { count } from "./format.ts";

const PRIVATE = "Nothing leaves this machine";
const DEVICE_NAMES: Readonly<Record<Device, string>> = { wasm: "WebAssembly", webgpu: "WebGPU" };

/** What leaves the machine just now, if anything does. */
export function leavingText({ arrivals, isOffered }: DownloadsState): {
  readonly text: string;
  readonly help: string;
  readonly isLeaving: boolean;
} {
  const hosts = [
    ...new Set(arrivals.filter(({ step }) => step === "downloading").map(({ host }) => host)),
  ];
  if (hosts.length > 0) {
    return {
      text: `Asking ${hosts.join(" and ")} for a file`,
      help: hosts.map(toldText).join(" "),
      isLeaving: true,
    };
  }
  const except = isOffered ? ", except when you get a track" : "";
  return { text: PRIVATE, help: `${PRIVATE}${except}.`, isLeaving: false };
}

/** `4000 tracks · needledrop-base@1 · WebAssembly`. */
export const factsText = ({ tracks, pack, device }: EngineInfo): string =>
  [count(tracks, "track", "tracks"), pack, DEVICE_NAMES[device]].join(" · ");
