import type { Cue } from "../../contract/cue.ts";
import type { HostEvent, MusicFolder, Theme } from "../../contract/editor-host.ts";
import { tellAll } from "../../shared/attempt.ts";
import type { TimelineStore } from "../store.ts";
import { ReadingHost } from "./reading-host.ts";

/** The host's state that the stage shows beside the timeline. */
export interface Showing {
  readonly theme: Theme;
  /** On the drag strip. */
  readonly offered: Cue | null;
  /** In the source monitor. */
  readonly source: Cue | null;
  readonly musicFolder: string | null;
  /** Whether the sequence plays. */
  readonly isPlaying: boolean;
}

/** The part of the stand-in that the stage shows, and what it tells the panel of it. */
export abstract class ShownHost extends ReadingHost {
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private readonly onlookers = new Set<(showing: Showing) => void>();
  private shown: Showing;

  constructor(store: TimelineStore, theme: Theme) {
    super(store);
    this.shown = { theme, offered: null, source: null, musicFolder: null, isPlaying: false };
  }

  get showing(): Showing {
    return this.shown;
  }

  /**
   * Calls `listener` with every change of the stage's state.
   * @returns a function that unsubscribes
   */
  onShow(listener: (showing: Showing) => void): () => void {
    this.onlookers.add(listener);
    return () => this.onlookers.delete(listener);
  }

  onEvent(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  setTheme(theme: Theme): void {
    this.show({ theme });
    this.tell({ type: "theme", theme });
  }

  stopPreview(): Promise<void> {
    this.show({ source: null });
    return Promise.resolve();
  }

  offerDrag(cue: Cue | null): Promise<void> {
    this.show({ offered: cue });
    return Promise.resolve();
  }

  readMusicFolder(): Promise<MusicFolder> {
    return Promise.resolve({ path: this.shown.musicFolder });
  }

  protected tell(event: HostEvent): void {
    tellAll(this.listeners, event);
  }

  protected show(changes: Partial<Showing>): void {
    this.shown = { ...this.shown, ...changes };
    tellAll(this.onlookers, this.shown);
  }
}
