import type { Device } from "../../../src/contract/engine.ts";
import type { SearchRequest } from "../../../src/contract/search.ts";
import { DeviceError } from "../../../src/contract/errors.ts";
import type { LoadReport, OpenedEngine } from "../../../src/panel/loading/bundled-engine.ts";
import { EngineSession } from "../../../src/panel/loading/engine-session.ts";
import { NO_FOLDERS } from "../no-folders.ts";
import { answerOf, byHand, requestOf, settled } from "../results.ts";

/** A session whose engine opens by hand, and what it was asked for. */
export function handSession(device: Device = "wasm") {
  const clock = { now: 0 };
  const devices: Device[] = [];
  const openings: { report: LoadReport; opened: ReturnType<typeof byHand<OpenedEngine>> }[] = [];
  const requests: SearchRequest[] = [];
  const closed: boolean[] = [];
  let die: (reason: Error) => void = () => undefined;
  const session = new EngineSession(
    (report, on) => {
      void on.then((known) => devices.push(known));
      const opened = byHand<OpenedEngine>();
      openings.push({ report, opened });
      return opened.promise;
    },
    () => undefined,
    { device: () => Promise.resolve(device), now: () => clock.now },
  );
  const engine: OpenedEngine = {
    engine: {
      search: (request) => {
        requests.push(request);
        return Promise.resolve(answerOf(request));
      },
      peaks: () => Promise.resolve(Uint8Array.of(7)),
      ...NO_FOLDERS,
    },
    info: {
      pack: "toy@1",
      packLicence: "CC0-1.0",
      dimension: 2,
      device: "wasm",
      tracks: 0,
      localTracks: 0,
      sections: 0,
      index: { from: "cache" },
      loadMs: 1,
    },
    failed: new Promise<never>((_, reject) => (die = reject)),
    close: () => closed.push(true),
  };
  const opening = async (index: number) => {
    await settled();
    const found = openings[index];
    if (found === undefined) throw new Error(`The engine was not opened ${index + 1} times.`);
    return found;
  };
  return {
    clock,
    devices,
    session,
    engine,
    opening,
    openings,
    requests,
    closed,
    die: (reason: Error) => die(reason),
  };
}

export const CALM = requestOf("calm");
export const NEVER = new AbortController().signal;
export const NO_MEMORY = new DeviceError({ what: "Out of memory.", next: "Close something." });
