import type {
  DownloadProgress,
  DownloadRequest,
  DownloadSettings,
  Downloaded,
} from "../../contract/download.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import type { SearchResult } from "../../contract/search.ts";
import { HostError } from "../../contract/errors.ts";
import { fileAddressOf, pageOf, type Track } from "../../contract/track.ts";
import { hostOf } from "../../shared/download/address.ts";
import type { OwnMusic } from "../own-music/own-music.ts";
import { DOWNLOADS, gotText, gotUnheardText } from "../words/downloads.ts";
import { failure, good, info, type Notice } from "../words/notice.ts";

/** A track on its way to this machine. */
export interface Arrival {
  readonly trackId: string;
  readonly title: string;
  readonly host: string;
  readonly step: "downloading" | "embedding";
  /** Bytes that are there, of `total` if that is known. */
  readonly done: number;
  readonly total: number | null;
}

export interface DownloadsState {
  /** In the order in which they were begun. */
  readonly arrivals: readonly Arrival[];
  readonly settings: DownloadSettings;
  /** Whether the editor can download at all. */
  readonly isOffered: boolean;
}

/** Asked before anything is downloaded from a host that is not trusted. */
export interface GetSheet {
  readonly name: "get";
  readonly request: DownloadRequest;
  /** Length of the track; 0 if not known. */
  readonly seconds: number;
}

/** What downloads need of the panel. */
export interface DownloadsPanel {
  /** The editor, and the hosts that it may download from. */
  readonly editor: {
    readonly host: EditorHost | null;
    readonly downloadHosts: readonly string[];
  };
  readonly music: Pick<OwnMusic, "open" | "updateAgain">;
  readonly tell: (notice: Notice) => void;
  readonly show: (sheet: GetSheet) => void;
  readonly changed: () => void;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

/** The folder for downloads is looked into at most this often, in milliseconds. */
const LOOK_EVERY = 30_000;
const NOTHING_SETTLED: DownloadSettings = { folder: null, trusted: [] };

/** Gets tracks that are not on this machine: asks, downloads, and has them embedded. Never rejects. */
export class Downloads {
  private readonly arrivals = new Map<string, Arrival>();
  private readonly cancelled = new Set<string>();
  private settings = NOTHING_SETTLED;
  private lookedAt = -Infinity;

  constructor(private readonly panel: DownloadsPanel) {}

  get state(): DownloadsState {
    const { arrivals, settings, panel } = this;
    const isOffered = panel.editor.downloadHosts.length > 0;
    return { arrivals: [...arrivals.values()], settings, isOffered };
  }

  /** Whether the editor can download a track. */
  canGet(track: Track): boolean {
    const address = fileAddressOf(track);
    return address !== null && this.panel.editor.downloadHosts.includes(hostOf(address));
  }

  /** Gets a track, after a question unless its host is trusted. */
  async get({ track }: SearchResult): Promise<void> {
    const address = fileAddressOf(track);
    if (address === null || this.arrivals.has(track.id)) return;
    if (!this.canGet(track)) return this.panel.tell(info(DOWNLOADS.notHere));
    const { id: trackId, title, artist, licence, seconds } = track;
    const request = { trackId, title, artist, licence, page: pageOf(track), address };
    await this.refresh();
    if (this.settings.trusted.includes(hostOf(address))) await this.begin(request);
    else this.panel.show({ name: "get", request, seconds });
  }

  /** The question was answered with yes; `isTrusted`: it is not to be asked again for this host. */
  async confirm(request: DownloadRequest, isTrusted: boolean): Promise<void> {
    if (isTrusted) await this.trust(hostOf(request.address), true);
    await this.begin(request);
  }

  async cancel(trackId: string): Promise<void> {
    if (!this.arrivals.has(trackId)) return;
    this.cancelled.add(trackId);
    await this.ask((host) => host.cancelDownload(trackId));
  }

  /** Downloads from a host without a question from now on, or no longer. */
  async trust(host: string, isTrusted: boolean): Promise<void> {
    await this.ask((editor) => editor.trustHost({ host, isTrusted }));
    await this.refresh();
  }

  async chooseFolder(): Promise<void> {
    const folder = await this.ask((host) => host.chooseDownloadFolder());
    await this.refresh();
    if (folder !== null) await this.takeIn();
  }

  /** Reads what the editor has settled. */
  async refresh(): Promise<void> {
    if (!this.state.isOffered) return;
    this.settings = (await this.ask((host) => host.downloadSettings())) ?? NOTHING_SETTLED;
    this.panel.changed();
  }

  /** Looks for what a browser has saved into the folder meanwhile. */
  async look(): Promise<void> {
    const now = (this.panel.now ?? (() => performance.now()))();
    if (!this.state.isOffered || now - this.lookedAt < LOOK_EVERY) return;
    this.lookedAt = now;
    await this.refresh();
    if (this.settings.folder !== null) await this.takeIn();
  }

  /** The editor tells how far a download is. */
  progress({ trackId, done, total }: DownloadProgress): void {
    const arrival = this.arrivals.get(trackId);
    if (arrival !== undefined) this.enter({ ...arrival, done, total });
  }

  private async begin(request: DownloadRequest): Promise<void> {
    const { trackId, title, address } = request;
    if (this.arrivals.has(trackId)) return;
    const host = hostOf(address);
    this.enter({ trackId, title, host, step: "downloading", done: 0, total: null });
    try {
      const got = await this.download(request);
      this.enter({ ...this.known(trackId, title, host), step: "embedding" });
      const isTaken = await this.takeIn();
      this.panel.tell(got.isNew && !isTaken ? info(gotUnheardText(title)) : good(gotText(title)));
    } catch (thrown) {
      const isWished = this.cancelled.has(trackId);
      this.panel.tell(isWished ? info(DOWNLOADS.cancelled) : failure(thrown));
    }
    this.arrivals.delete(trackId);
    this.cancelled.delete(trackId);
    this.panel.changed();
  }

  private download(request: DownloadRequest): Promise<Downloaded> {
    const { host } = this.panel.editor;
    return host === null ? Promise.reject(noEditor()) : host.download(request);
  }

  /** Brings the folder for downloads up to date. Returns whether that worked. */
  private async takeIn(): Promise<boolean> {
    await this.refresh();
    await this.panel.music.open();
    const { folder } = this.settings;
    return folder !== null && this.panel.music.updateAgain(folder.id);
  }

  private known(trackId: string, title: string, host: string): Arrival {
    const started = { trackId, title, host, step: "downloading", done: 0, total: null } as const;
    return this.arrivals.get(trackId) ?? started;
  }

  private enter(arrival: Arrival): void {
    this.arrivals.set(arrival.trackId, arrival);
    this.panel.changed();
  }

  /** Null if there is no editor, or it failed, which is told. */
  private async ask<T>(act: (host: EditorHost) => Promise<T>): Promise<T | null> {
    const { host } = this.panel.editor;
    if (host === null) return null;
    try {
      return await act(host);
    } catch (thrown) {
      this.panel.tell(failure(thrown));
      return null;
    }
  }
}

const noEditor = (): HostError =>
  new HostError({
    what: "No editor is connected.",
    next: "Open the panel in the editing application.",
  });
