import type { Engine } from "../../contract/engine.ts";
import type { LocalTrack } from "../../contract/track.ts";
import { after } from "../../shared/clock.ts";
import type { OwnFile } from "./own-file.ts";

/** Width and height of a cover, in pixels. */
const SIDE = 64;
/** Somebody who steps through the results wants no covers on the way, in milliseconds. */
const PAUSE = 200;

/** What covers are read with. */
export interface CoverParts {
  readonly fileAt: (path: string) => OwnFile | null;
  readonly whenReady: () => Promise<Pick<Engine, "cover">>;
  readonly changed: () => void;
}

/** The cover of one track at a time, read from its file. It is kept nowhere. */
export class Covers {
  private path: string | null = null;
  private picture: ImageBitmap | null = null;
  private cancel = (): void => undefined;

  constructor(private readonly parts: CoverParts) {}

  /** The cover of a track; null if it has none, or none that was read. */
  of({ audio }: LocalTrack): ImageBitmap | null {
    return audio.path === this.path ? this.picture : null;
  }

  /** Reads the cover of a track of the editor's own music, in place of the last one. */
  look(track: LocalTrack): void {
    const { path, kind } = track.audio;
    if (path === this.path) return;
    this.cancel();
    this.path = path;
    this.picture?.close();
    this.picture = null;
    if (kind === "file") this.cancel = after(PAUSE, () => void this.read(track));
  }

  private async read({ audio: { path }, file: stamp }: LocalTrack): Promise<void> {
    const picture = await this.pictureIn(path, stamp?.bytes).catch(() => null);
    if (path !== this.path) return picture?.close();
    this.picture = picture;
    if (picture !== null) this.parts.changed();
  }

  private async pictureIn(path: string, bytes: number | undefined): Promise<ImageBitmap | null> {
    const file = this.parts.fileAt(path);
    if (file === null) return null;
    const size = bytes ?? file.size;
    const engine = await this.parts.whenReady();
    const cover = await engine.cover({
      ...{ name: file.name, size },
      read: (...place) => file.read(...place),
    });
    if (cover === null) return null;
    const image = new Blob([new Uint8Array(cover.bytes)], { type: cover.type });
    return createImageBitmap(image, { resizeWidth: SIDE, resizeHeight: SIDE });
  }
}
