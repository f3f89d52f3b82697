import type { Cue } from "../../../src/contract/cue.ts";
import type { EditorHost, Theme } from "../../../src/contract/editor-host.ts";
import type { SceneClip } from "../../../src/contract/selection.ts";
import type { Section } from "../../../src/contract/track.ts";

/** A corner of the line that a clip's volume follows. */
export interface VolumePoint {
  /** Seconds from the sequence's beginning. */
  readonly at: number;
  /** Amplitude; that of a clip nobody has touched is 1. */
  readonly volume: number;
}

/** A clip on an audio track as it really lies there. Times in seconds. */
export interface AudioClipOnTimeline extends Section {
  readonly name: string;
  /** Zero-based. */
  readonly track: number;
  /** Where in its file it begins. */
  readonly sourceStart: number;
  /** In order of time. One point at the clip's start: the volume stays the same. */
  readonly volume: readonly VolumePoint[];
  /** Those of its project item, in order; `at` counts from the file's beginning. */
  readonly markers: readonly MarkerOnClip[];
}
export interface MarkerOnClip {
  readonly name: string;
  readonly at: number;
  readonly seconds: number;
}

/** A word of a transcript. Seconds from the beginning of the file it is spoken in. */
export interface SpokenWord extends Section {
  readonly text: string;
}

/** A folder on the editor's disk, empty at first, in which files come and go. */
export interface OwnMusicHarness {
  readonly path: string;
  /** @param name relative, with forward slashes */
  add(name: string, content: Uint8Array): void;
  /** Takes the drive away. */
  unplug(): void;
}

/**
 * An editing application for the contract's tests: the host, and the hands and eyes of the editor.
 * It opens with a sequence of 300 s: one clip of picture over all of it, and `audioTracks` empty
 * audio tracks. Clips are named by how `audioClips` showed them: by track and start.
 */
export interface EditorHostHarness {
  readonly host: EditorHost;
  /** Seconds of one frame: as far as a time may be off. */
  readonly frame: number;
  readonly audioTracks: number;
  /** Two files that exist, each of `audioSeconds` seconds. */
  readonly audio: Cue["audio"];
  readonly otherAudio: Cue["audio"];
  readonly audioSeconds: number;
  /** What the first of them holds. */
  audioBytes(): Uint8Array;

  /** Track by track, each in order of time; none when no sequence is open. */
  audioClips(): readonly AudioClipOnTimeline[];
  /** A clip that is not of Needledrop, from the beginning of a long file; with words, it is speech. */
  addAudioClip(track: number, section: Section, words?: readonly SpokenWord[]): void;
  /** Selects these clips and nothing else. */
  selectAudioClips(clips: readonly AudioClipOnTimeline[]): void;
  /** The same volume from beginning to end. */
  setVolume(clip: AudioClipOnTimeline, volume: number): void;
  /** On the timeline and in the project. */
  rename(clip: AudioClipOnTimeline, name: string): void;
  remove(clip: AudioClipOnTimeline): void;

  setPlayhead(seconds: number): void;
  setRange(range: Section | null): void;
  /** A marker of the sequence itself. */
  addSequenceMarker(at: number, name: string, comments: string): void;
  /** Puts these in the picture, one second each from 200 s on, and selects them and nothing else. */
  selectClips(clips: readonly SceneClip[]): void;
  /** Lays a clip of picture over what is there. */
  addPicture(section: Section): void;
  undo(): void;
  closeSequence(): void;

  setTheme(theme: Theme): void;
  /** What the drag strip says; empty when it offers nothing. */
  dragStrip(): string;
  /** What the source monitor plays, from which second of the file; null when it plays nothing. */
  monitor(): { readonly file: string; readonly at: number } | null;

  /** The network; null where the application has none. */
  readonly downloads: DownloadHarness | null;
  /** A folder of the editor's own music; null where the application opens no folders. */
  readonly ownMusic: OwnMusicHarness | null;
  /** Two folders that exist on the editor's disk. */
  readonly folders: readonly [string, string];
  /** What the editor picks when next asked for a folder or a file; null: they change their mind. */
  willPick(path: string | null): void;
  /** Texts that were kept, by path. */
  savedFiles(): ReadonlyMap<string, string>;
  /** Pages that came up in the browser, oldest first. */
  readonly openedPages: readonly string[];
  /** From now on the person, or the browser, lets no page open. */
  refusePages(): void;
}

/** A host that an application may download from, and the folder that takes the files. */
export interface DownloadHarness {
  /** Two addresses on the host. */
  readonly addresses: readonly [string, string];
  /** The folder that the editor chooses. */
  readonly folder: string;
  /** Puts an MP3 at an address; with `held`, its second half does not come until `release`. */
  readonly offer: (address: string, held?: boolean) => Uint8Array;
  readonly release: () => void;
  /** Names of the files in the folder, sorted. */
  readonly files: () => readonly string[];
  /** What a file in the folder holds. */
  readonly read: (name: string) => Uint8Array;
  /** Addresses that were asked for, in order. */
  readonly asked: readonly string[];
}
