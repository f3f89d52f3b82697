import { describe, expect, it, vi } from "vitest";
import { StorageError } from "../../../src/contract/errors.ts";
import { Settings } from "../../../src/panel/settings/settings.ts";
import {
  DEFAULT_SETTINGS,
  type PanelSettings,
  type SettingsStore,
} from "../../../src/panel/settings/settings-store.ts";

const NOT_KEPT = new StorageError({ what: "Nothing is kept.", next: "It holds until the end." });

const WEBGPU: PanelSettings = { ...DEFAULT_SETTINGS, device: "webgpu" };

function bench(store: Partial<SettingsStore> = {}) {
  const written: PanelSettings[] = [];
  const deviceChanged = vi.fn();
  const settings = new Settings(
    {
      read: () => Promise.resolve(WEBGPU),
      write: (kept) => Promise.resolve(void written.push(kept)),
      ...store,
    },
    { deviceChanged, changed: () => undefined },
  );
  return { settings, written, deviceChanged };
}

describe("settings", () => {
  it("are what was kept, read once", async () => {
    const read = vi.fn(() => Promise.resolve(WEBGPU));
    const { settings } = bench({ read });
    expect(await settings.device()).toBe("webgpu");
    expect(await settings.device()).toBe("webgpu");
    expect(read).toHaveBeenCalledOnce();
  });

  it("are the defaults where they cannot be read, and that is said", async () => {
    const { settings } = bench({ read: () => Promise.reject(NOT_KEPT) });
    expect(await settings.device()).toBe("wasm");
    expect(settings.state).toEqual({ settings: DEFAULT_SETTINGS, problem: NOT_KEPT });
  });

  it("are kept when they change, and a new device is told once", async () => {
    const { settings, written, deviceChanged } = bench();
    await settings.set({ device: "webgpu" });
    await settings.set({ device: "webgpu" });
    expect(written).toEqual([WEBGPU, WEBGPU]);
    expect(deviceChanged).toHaveBeenCalledOnce();
  });

  it("hold though they cannot be kept", async () => {
    const { settings } = bench({ write: () => Promise.reject(NOT_KEPT) });
    await settings.set({ device: "webgpu" });
    expect(settings.state).toEqual({ settings: WEBGPU, problem: NOT_KEPT });
  });
});
