import type { LocalAudio } from "../../contract/track.ts";
import { isBrowserFile } from "../../shared/browser-files.ts";
import { AudioScripts } from "./audio-scripts.ts";

/** Finds the audio behind a reference. */
export interface AudioLibrary {
  /** Length in seconds, Infinity if it is not known; null if there is no such audio. */
  seconds(audio: LocalAudio): Promise<number | null>;
  /** The bytes of audio that ships, as a binary string; null if there is no such audio. */
  content(path: string): Promise<string | null>;
}

/**
 * The audio that ships beside the panel's page, measured by a media element, since a `file://` page
 * may play such a file but not read it. A file that was chosen in the panel is there, for the panel
 * alone to open; other files on the disk are out of reach.
 * @param folder path from this document to the page's folder, with a slash at its end
 */
export class BundledAudio implements AudioLibrary {
  private readonly folder: string;
  private readonly known = new Map<string, Promise<number | null>>();
  private readonly scripts = new AudioScripts();

  constructor(folder: string) {
    this.folder = folder;
  }

  seconds(audio: LocalAudio): Promise<number | null> {
    if (audio.kind === "file") return Promise.resolve(isBrowserFile(audio.path) ? Infinity : null);
    const known = this.known.get(audio.path) ?? measure(this.folder + audio.path);
    this.known.set(audio.path, known);
    return known;
  }

  content(path: string): Promise<string | null> {
    return this.scripts.read(path);
  }
}

function measure(url: string): Promise<number | null> {
  return new Promise((resolve) => {
    const media = new Audio();
    media.preload = "metadata";
    media.onloadedmetadata = () => resolve(Number.isFinite(media.duration) ? media.duration : null);
    media.onerror = () => resolve(null);
    media.src = url;
  });
}
