import type { SourceMonitorStatic } from "@adobe/premierepro";
import { need } from "./parameters.ts";
import type { FakeState } from "./state.ts";
import { ticksOf, tickTime } from "./times.ts";

type Used = "closeAllClips" | "closeClip" | "getPosition" | "openFilePath" | "play" | "setPosition";

/** Plays files that are no part of the project, as ShortFlow found it to do on 26.3. */
export function sourceMonitor(state: FakeState): Pick<SourceMonitorStatic, Used> {
  const { monitor } = state;
  const close = (): Promise<boolean> => {
    const wasOpen = monitor.path !== null;
    Object.assign(monitor, { path: null, position: 0, speed: 0 });
    return Promise.resolve(wasOpen);
  };
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- The host answers a promise.
    openFilePath: async (...given) => {
      need(given, 1);
      if (state.disk.audioSeconds(given[0]) === null) return false;
      Object.assign(monitor, { path: given[0], position: 0, speed: 0 });
      return true;
    },
    closeClip: close,
    closeAllClips: close,
    getPosition: () => Promise.resolve(tickTime(monitor.position)),
    // From 26.3 on (Adobe's types).
    setPosition: (...given) => {
      if (monitor.path !== null) monitor.position = ticksOf(given);
      return Promise.resolve(monitor.path !== null);
    },
    play: (speed = 1) => {
      if (monitor.path !== null) monitor.speed = speed;
      return Promise.resolve(monitor.path !== null);
    },
  };
}
