import { connectHost } from "../../bridge/client.ts";
import type { ToHost, ToPage, Wire } from "../../bridge/messages.ts";
import type { Cue } from "../../contract/cue.ts";
import type { DownloadProgress } from "../../contract/download.ts";
import type { EditorHost, HostInfo, Theme } from "../../contract/editor-host.ts";
import { HostError, asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import type { Place } from "../../contract/place.ts";
import type { SequencePlayback } from "../../contract/sequence-playback.ts";
import { attempt } from "../../shared/attempt.ts";
import type { UxpHostWindow } from "../loading/globals.ts";

/** In milliseconds: how often a page looks for its host, and for how long. */
const LOOK_EVERY = 100;
const LOOK_FOR = 5000;

/** Finds the editor around this page; null when there is none. */
export type ConnectEditor = () => Promise<(EditorHost & { close?(): void }) | null>;

export const connectSurroundingEditor: ConnectEditor = async () => {
  const wire = await findWire(window);
  return wire === null ? null : connectHost(wire);
};

export type EditorState =
  | { readonly name: "none"; readonly problem: NeedledropError | null }
  | { readonly name: "connecting" }
  | {
      readonly name: "connected";
      readonly host: EditorHost;
      readonly info: HostInfo;
      /** Milliseconds from the first try until the editor had described itself. */
      readonly ms: number;
    };

/** The editor as the panel knows it at this moment. */
export class EditorLink {
  private current: EditorState = { name: "none", problem: null };
  private lastTheme: Theme | null = null;
  private lastPlace: Place | null = null;
  private lastRead = 0;
  private isFollowing = false;
  private hasMoved = false;
  private onStrip = "null";
  private letGo: (() => void) | null = null;

  constructor(
    private readonly connect: ConnectEditor,
    private readonly changed: () => void,
    private readonly onDownload: (progress: DownloadProgress) => void = () => undefined,
    private readonly onPlayback: (playback: SequencePlayback) => void = () => undefined,
  ) {}

  /** Never rejects: without an editor the panel still searches and plays. */
  async start(): Promise<void> {
    const began = performance.now();
    this.enter({ name: "connecting" });
    try {
      const host = await this.connect();
      if (host === null) {
        this.enter({ name: "none", problem: null });
        return;
      }
      this.letGo = () => host.close?.();
      const info = await host.describe();
      this.lastTheme = info.theme;
      host.onEvent((event) => {
        if (event.type === "theme") this.lastTheme = event.theme;
        else if (event.type === "download") this.onDownload(event.progress);
        else if (event.type === "playback") this.onPlayback(event.playback);
        else void this.follow();
        this.changed();
      });
      this.enter({ name: "connected", host, info, ms: performance.now() - began });
    } catch (thrown) {
      this.enter({ name: "none", problem: asNeedledropError(thrown) });
    }
    await this.follow();
  }

  /** Lets go of the editor. */
  end(): void {
    this.letGo?.();
    this.letGo = null;
    this.current = { name: "none", problem: null };
  }

  get state(): EditorState {
    return this.current;
  }

  get theme(): Theme | null {
    return this.lastTheme;
  }

  /** What was last read; null while nothing is known. */
  get place(): Place | null {
    return this.lastPlace;
  }

  get host(): EditorHost | null {
    return this.state.name === "connected" ? this.state.host : null;
  }

  /** The editor, if it opens folders. */
  get folderHost(): EditorHost | null {
    return this.state.name === "connected" && this.state.info.ownFolders ? this.state.host : null;
  }

  /** Hosts that the editor may download from; none where it has no network. */
  get downloadHosts(): readonly string[] {
    return this.state.name === "connected" ? this.state.info.downloadHosts : [];
  }

  /** Whether a result row may itself be dragged to the timeline. */
  get rowDrag(): boolean {
    return this.state.name === "connected" && this.state.info.rowDrag;
  }

  /** Whether the panel may start the playback of the sequence. */
  get playsSequence(): boolean {
    return this.state.name === "connected" && this.state.info.playsSequence;
  }

  /**
   * Reads the place because it may have changed. Never rejects. However often it is called, one
   * read runs at a time, and one more follows when there was a call meanwhile: a host tells of
   * every step of a playhead that is dragged, and each read takes it a while.
   */
  async follow(): Promise<void> {
    this.hasMoved = true;
    if (this.isFollowing) return;
    this.isFollowing = true;
    while (this.hasMoved && this.host !== null) {
      this.hasMoved = false;
      await this.readPlace().catch(() => undefined);
    }
    this.isFollowing = false;
  }

  /**
   * Reads the place afresh, now. Older answers never replace newer ones.
   * @throws HostError the editor cannot say, and then nothing is known
   */
  async readPlace(): Promise<Place> {
    this.lastRead += 1;
    const id = this.lastRead;
    try {
      if (this.host === null) throw noEditor();
      const place = await this.host.readPlace();
      this.know(id, place);
      return place;
    } catch (thrown) {
      this.know(id, null);
      throw thrown;
    }
  }

  /**
   * Puts a cue on the editor's own drag strip, or takes it off (null). The strip is a convenience:
   * Insert does the same and reports what goes wrong, so failures stay silent here.
   */
  offerDrag(cue: Cue | null): void {
    const offer = JSON.stringify(cue);
    const { host } = this;
    if (host === null || offer === this.onStrip) return;
    this.onStrip = offer;
    host.offerDrag(cue).catch(() => undefined);
  }

  private know(id: number, place: Place | null): void {
    if (id !== this.lastRead) return;
    this.lastPlace = place;
    this.changed();
  }

  private enter(state: EditorState): void {
    this.current = state;
    this.changed();
  }
}

/**
 * The channel to what surrounds this page: UXP's webview or the page around our frame; else null.
 * UXP may put its end into the page late, so a page that stands alone waits for it a while.
 */
export async function findWire(page: Window): Promise<Wire | null> {
  const { parent } = page;
  if (page.uxpHost === undefined && parent !== page) {
    // A file:// page has no origin to name; the far end checks that we are the frame it made.
    return wireTo(
      page,
      (message) => parent.postMessage(message, "*"),
      (source) => source === parent,
    );
  }
  const uxpHost = await lookForHost(page);
  if (uxpHost === null) return null;
  return wireTo(
    page,
    (message) => uxpHost.postMessage(message),
    // Some builds leave the source out. No other window can speak to a page in a webview.
    (source) => source === uxpHost || source === null || source === undefined,
  );
}

async function lookForHost(page: Window): Promise<UxpHostWindow | null> {
  for (let waited = 0; page.uxpHost === undefined; waited += LOOK_EVERY) {
    if (waited >= LOOK_FOR) return null;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  return page.uxpHost;
}

/** Neither what is posted nor what arrives may bring the page down. */
function wireTo(
  page: Window,
  post: (message: ToHost | ToPage) => void,
  isFarEnd: (source: unknown) => boolean,
): Wire {
  return {
    post: (message) => attempt(() => post(message)),
    listen: (listener) => {
      const receive = (event: MessageEvent<unknown>): void => {
        if (isFarEnd(event.source)) attempt(() => listener(event.data));
      };
      page.addEventListener("message", receive);
      return () => page.removeEventListener("message", receive);
    },
  };
}

const noEditor = (): HostError =>
  new HostError({
    what: "No editor is connected.",
    next: "Open the panel in the editing application.",
  });
