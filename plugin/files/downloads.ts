import * as v from "valibot";
import {
  DownloadSettingsSchema,
  type DownloadProgress,
  type DownloadRequest,
  type DownloadSettings,
  type Downloaded,
  type HostTrust,
} from "../../src/contract/download.ts";
import { DownloadError, HostError } from "../../src/contract/errors.ts";
import type { HostFolder } from "../../src/contract/host-folders.ts";
import { fileNameOf, hostOf } from "../../src/shared/download/address.ts";
import { Cancel } from "../../src/shared/download/cancel.ts";
import { download } from "../../src/shared/download/download.ts";
import { DOWNLOAD_HOSTS } from "../../src/shared/download/hosts.ts";
import type { Fetch } from "../../src/shared/download/reply.ts";
import { tellAll } from "../../src/shared/attempt.ts";
import { orElse } from "../premiere.ts";
import type { Uxp, UxpFile, UxpKeyValueStore } from "../uxp/uxp.ts";
import { uxpDownloadFolder } from "./download-folder.ts";
import { fileIn } from "./folder-files.ts";
import { isWithin } from "./paths.ts";
import type { OwnFolders } from "./own-folders.ts";

const MEMORY_KEY = "needledrop.downloads";
/** Milliseconds between two reports on one download. */
const REPORT_EVERY = 200;

/** What downloads need of the plugin. */
export interface DownloadParts {
  readonly folders: OwnFolders;
  readonly memory: UxpKeyValueStore;
  readonly formats: Uxp<unknown>["storage"]["formats"];
  readonly fetch: Fetch;
}

const MemorySchema = v.object({
  /** Id of one of the editor's folders. */
  folder: v.nullable(v.string()),
  trusted: DownloadSettingsSchema.entries.trusted,
});
type Memory = v.InferOutput<typeof MemorySchema>;

interface Running {
  readonly request: DownloadRequest;
  readonly cancel: Cancel;
  readonly done: Promise<Downloaded>;
}

/** Downloads tracks, from the hosts of the catalogues that ship, into a folder of the editor's. */
export class Downloads {
  private readonly running = new Map<string, Running>();
  private readonly listeners = new Set<(progress: DownloadProgress) => void>();

  constructor(private readonly parts: DownloadParts) {}

  /** See `EditorHost.downloadSettings`. */
  get settings(): DownloadSettings {
    const { folder, trusted } = this.remembered();
    const known = this.parts.folders.known().find(({ id }) => id === folder);
    return { folder: known ?? null, trusted };
  }

  /** See `EditorHost.chooseDownloadFolder`. */
  async chooseFolder(): Promise<HostFolder | null> {
    const chosen = await this.parts.folders.add("catalogue");
    if (chosen !== null) this.remember({ ...this.remembered(), folder: chosen.id });
    return chosen;
  }

  /** A file in the folder for downloads, if that is for nothing else; null for any other. */
  async fileAt(path: string): Promise<UxpFile | null> {
    const { folder } = this.settings;
    if (folder?.takes !== "catalogue" || !isWithin(path, folder.path)) return null;
    const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
    return orElse(null, async () => fileIn(await this.parts.folders.reach(folder.id), name));
  }

  /** See `EditorHost.trustHost`. */
  trust({ host, isTrusted }: HostTrust): void {
    const memory = this.remembered();
    const others = memory.trusted.filter((each) => each !== host);
    this.remember({ ...memory, trusted: isTrusted ? [...others, host] : others });
  }

  /** See `EditorHost.download`. A second call for a track that is on its way waits for the first. */
  download(request: DownloadRequest): Promise<Downloaded> {
    const { trackId, address } = request;
    if (!DOWNLOAD_HOSTS.includes(hostOf(address))) return Promise.reject(notOurs(address));
    const before = this.running.get(trackId);
    if (before !== undefined) return before.done;
    const name = fileNameOf(address).toLowerCase();
    const isOnItsWay = (one: Running): boolean =>
      fileNameOf(one.request.address).toLowerCase() === name;
    if ([...this.running.values()].some(isOnItsWay)) return Promise.reject(nameBusy(name));

    const cancel = new Cancel();
    const done = this.run(request, cancel).finally(() => this.running.delete(trackId));
    this.running.set(trackId, { request, cancel, done });
    return done;
  }

  /** See `EditorHost.cancelDownload`. */
  cancel(trackId: string): void {
    this.running.get(trackId)?.cancel.ask();
  }

  /** Calls `listener` with the progress of all downloads until the returned function is called. */
  onProgress(listener: (progress: DownloadProgress) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async run(request: DownloadRequest, cancel: Cancel): Promise<Downloaded> {
    const { folders, formats, fetch } = this.parts;
    const chosen = this.settings.folder ?? (await this.chooseFolder());
    if (chosen === null) throw noFolder();
    const folder = uxpDownloadFolder(await folders.reach(chosen.id), formats);
    let last = 0;
    return download(request, folder, {
      fetch,
      cancel,
      onProgress: (done, total) => {
        if (done !== total && Date.now() - last < REPORT_EVERY) return;
        last = Date.now();
        tellAll(this.listeners, { trackId: request.trackId, done, total });
      },
    });
  }

  private remembered(): Memory {
    try {
      const kept: unknown = JSON.parse(this.parts.memory.getItem(MEMORY_KEY) ?? "{}");
      const parsed = v.safeParse(MemorySchema, kept);
      if (parsed.success) return parsed.output;
    } catch {
      // What is not JSON is not ours.
    }
    return { folder: null, trusted: [] };
  }

  private remember(memory: Memory): void {
    this.parts.memory.setItem(MEMORY_KEY, JSON.stringify(memory));
  }
}

const notOurs = (input: string): DownloadError =>
  new DownloadError({
    what: `Needledrop does not download from ${hostOf(input)}.`,
    input,
    next: "Open the track's page and download the file there.",
  });
const nameBusy = (input: string): DownloadError =>
  new DownloadError({
    what: "Another file of the same name is being downloaded.",
    input,
    next: "Wait until it is there, then try again.",
  });
const noFolder = (): HostError =>
  new HostError({
    what: "No folder was chosen for downloads.",
    next: "Try again and choose a folder that stays, such as one in your music folder.",
  });
