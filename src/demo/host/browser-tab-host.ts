import type { DownloadSettings, Downloaded } from "../../contract/download.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import type { FilePieceRequest, FolderPage, HostFolder } from "../../contract/host-folders.ts";
import { noDownloads, noFolders } from "./refusals.ts";

/** The commands that need a disk or a network, of which a browser's tab has neither. */
type OutsideATab =
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

/** The part of a host in a browser's tab that has nothing to give. */
export abstract class BrowserTabHost implements Pick<EditorHost, OutsideATab> {
  // A browser gives folders to the page that asks for them, and nobody else.
  addFolder(): Promise<HostFolder | null> {
    return Promise.reject(noFolders());
  }

  knownFolders(): Promise<HostFolder[]> {
    return Promise.resolve([]);
  }

  listFolder(): Promise<FolderPage> {
    return Promise.reject(noFolders());
  }

  readFile({ folder }: FilePieceRequest): Promise<string> {
    return Promise.reject(noFolders(folder));
  }

  forgetFolder(): Promise<void> {
    return Promise.resolve();
  }

  // The page's policy forbids this tab every request.
  downloadSettings(): Promise<DownloadSettings> {
    return Promise.resolve({ folder: null, trusted: [] });
  }

  chooseDownloadFolder(): Promise<HostFolder | null> {
    return Promise.reject(noDownloads());
  }

  trustHost(): Promise<void> {
    return Promise.reject(noDownloads());
  }

  download(): Promise<Downloaded> {
    return Promise.reject(noDownloads());
  }

  cancelDownload(): Promise<void> {
    return Promise.resolve();
  }
}
