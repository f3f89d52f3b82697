import { afterEach, beforeEach, vi } from "vitest";

const RATE = 8000;
const SECONDS = 1.5;

/** Decodes AAC, by itself or in MP4, to a tone: what the browser does in the page. */
class StandInContext {
  decodeAudioData(content: ArrayBuffer): Promise<unknown> {
    const head = Buffer.from(content).subarray(0, 12);
    const isAac = head.toString("latin1", 4, 8) === "ftyp" || head[0] === 0xff;
    if (!isAac) return Promise.reject(new Error("EncodingError"));
    const samples = Float32Array.from({ length: RATE * SECONDS }, (_, i) => Math.sin(i / 5) / 2);
    return Promise.resolve({
      sampleRate: RATE,
      numberOfChannels: 1,
      getChannelData: () => samples,
    });
  }
}

/** Gives every test of the file a browser's decoder, of which Node has none. */
export function decodeInTests(): void {
  beforeEach(() => vi.stubGlobal("OfflineAudioContext", StandInContext));
  afterEach(() => vi.unstubAllGlobals());
}
