import type { Device } from "../../contract/engine.ts";
import { asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import { DEFAULT_SETTINGS, type PanelSettings, type SettingsStore } from "./settings-store.ts";

export interface SettingsState {
  readonly settings: PanelSettings;
  /** Why they are not kept, if so. */
  readonly problem: NeedledropError | null;
}

/** What it tells. */
export interface SettingsListener {
  /** The models are to run on another device. */
  deviceChanged(): void;
  changed(): void;
}

/** How the panel is to do things; kept from start to start where that is possible. Never rejects. */
export class Settings {
  private current: SettingsState = { settings: DEFAULT_SETTINGS, problem: null };
  private reading: Promise<void> | null = null;

  constructor(
    private readonly store: SettingsStore,
    private readonly listener: SettingsListener,
  ) {}

  get state(): SettingsState {
    return this.current;
  }

  /** The device that is wished for, once what was kept has been read. */
  async device(): Promise<Device> {
    await (this.reading ??= this.read());
    return this.current.settings.device;
  }

  /** Sets some of them, and keeps them. */
  async set(change: Partial<PanelSettings>): Promise<void> {
    const before = this.current.settings;
    const settings = { ...before, ...change };
    this.enter({ settings });
    if (settings.device !== before.device) this.listener.deviceChanged();
    await this.attempt(() => this.store.write(settings));
  }

  private read(): Promise<void> {
    return this.attempt(async () => this.enter({ settings: await this.store.read() }));
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.enter({ problem: null });
    } catch (thrown) {
      this.enter({ problem: asNeedledropError(thrown) });
    }
  }

  private enter(change: Partial<SettingsState>): void {
    this.current = { ...this.current, ...change };
    this.listener.changed();
  }
}
