import type { WavFile, WavPiece, Written } from "../src/contract/conversion.ts";
import type {
  DownloadRequest,
  DownloadSettings,
  Downloaded,
  HostTrust,
} from "../src/contract/download.ts";
import type { EditorHost, MusicFolder } from "../src/contract/editor-host.ts";
import {
  BUNDLED_FOLDER,
  type FilePieceRequest,
  type FolderPage,
  type FolderPageRequest,
  type HostFolder,
} from "../src/contract/host-folders.ts";
import type { Fetch } from "../src/shared/download/reply.ts";
import { AudioFiles } from "./files/audio-files.ts";
import { readBundled } from "./files/bundled-files.ts";
import { ConvertedAudio } from "./files/converted-audio.ts";
import { Downloads } from "./files/downloads.ts";
import { FileParts } from "./files/file-parts.ts";
import { ProjectMusicFolder } from "./files/music-folder.ts";
import { OwnFiles } from "./files/own-files.ts";
import { OwnFolders } from "./files/own-folders.ts";
import { ask, type Premiere } from "./premiere.ts";
import type { Uxp, UxpFileSystem, UxpFs, UxpKeyValueStore } from "./uxp/uxp.ts";

/** What files and folders need of what the plugin finds around it. */
export interface FileSurroundings {
  readonly premiere: Premiere;
  readonly uxp: Pick<Uxp<unknown>, "storage">;
  /** Null where the host has none. */
  readonly fs: UxpFs | null;
  readonly memory: UxpKeyValueStore;
  readonly fetch: Fetch;
}

/** The commands on files and folders. */
type OnFiles =
  | "readMusicFolder"
  | "chooseMusicFolder"
  | "findWav"
  | "writeWav"
  | "dropWav"
  | "addFolder"
  | "knownFolders"
  | "listFolder"
  | "readFile"
  | "forgetFolder"
  | "downloadSettings"
  | "chooseDownloadFolder"
  | "trustHost"
  | "download"
  | "cancelDownload";

/** The part of Premiere's host that has to do with files. */
export abstract class FileHost implements Pick<EditorHost, OnFiles> {
  protected readonly folder: ProjectMusicFolder;
  protected readonly files: AudioFiles;
  protected readonly downloads: Downloads;
  private readonly converted: ConvertedAudio;
  private readonly ownFolders: OwnFolders;
  private readonly ownFiles: OwnFiles;
  private readonly parts: FileParts;
  private readonly fileSystem: UxpFileSystem;

  constructor({ premiere, uxp, fs, memory, fetch }: FileSurroundings) {
    const { localFileSystem, formats } = uxp.storage;
    this.fileSystem = localFileSystem;
    this.folder = new ProjectMusicFolder(premiere, localFileSystem, memory);
    this.converted = new ConvertedAudio(this.folder, formats.binary);
    this.ownFolders = new OwnFolders(localFileSystem, memory);
    this.parts = new FileParts(fs, formats.binary);
    this.ownFiles = new OwnFiles(this.ownFolders, this.parts);
    this.downloads = new Downloads({ folders: this.ownFolders, memory, formats, fetch });
    this.files = new AudioFiles(uxp.storage, this.folder, (path) => this.downloads.fileAt(path));
  }

  readMusicFolder(): Promise<MusicFolder> {
    return this.folder.read();
  }

  chooseMusicFolder(): Promise<MusicFolder> {
    return this.folder.change();
  }

  findWav(file: WavFile): Promise<Written> {
    return this.converted.find(file);
  }

  writeWav(piece: WavPiece): Promise<Written> {
    return this.converted.write(piece);
  }

  dropWav(name: string): Promise<void> {
    return this.converted.drop(name);
  }

  addFolder(): Promise<HostFolder | null> {
    return this.ownFolders.add();
  }

  async knownFolders(): Promise<HostFolder[]> {
    return Promise.resolve(this.ownFolders.known());
  }

  listFolder(request: FolderPageRequest): Promise<FolderPage> {
    return this.ownFiles.list(request);
  }

  readFile(request: FilePieceRequest): Promise<string> {
    if (request.folder !== BUNDLED_FOLDER) return this.ownFiles.read(request);
    return readBundled(this.fileSystem, this.parts, request);
  }

  async forgetFolder(id: string): Promise<void> {
    return Promise.resolve(this.ownFiles.forget(id));
  }

  downloadSettings(): Promise<DownloadSettings> {
    return Promise.resolve(this.downloads.settings);
  }

  chooseDownloadFolder(): Promise<HostFolder | null> {
    return this.downloads.chooseFolder();
  }

  async trustHost(trust: HostTrust): Promise<void> {
    return Promise.resolve(this.downloads.trust(trust));
  }

  download(request: DownloadRequest): Promise<Downloaded> {
    return ask("Premiere did not download the file.", request.address, () =>
      this.downloads.download(request),
    );
  }

  async cancelDownload(trackId: string): Promise<void> {
    return Promise.resolve(this.downloads.cancel(trackId));
  }
}
