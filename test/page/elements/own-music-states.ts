import { html } from "lit";
import { HostError, StorageError } from "../../../src/contract/errors.ts";
import type { FolderView, OwnMusicState } from "../../../src/panel/own-music/own-music.ts";
import type { ElementState } from "./element-states.ts";

const NOT_KEPT = new StorageError({
  what: "Your library cannot be kept on this machine.",
  next: "Restart the editor. If it happens again, index the folder with the command line.",
});

const folderOf = (name: string, facts: Partial<FolderView>): FolderView => ({
  ...{ id: name, name, tracks: 312, report: null, isReachable: true },
  activity: { name: "idle" },
  ...facts,
});

const FOLDERS: readonly FolderView[] = [
  folderOf("Being listed", { activity: { name: "reading", done: 0, total: null, seconds: 0 } }),
  folderOf("Being read", { activity: { name: "reading", done: 37, total: 120, seconds: 74 } }),
  folderOf("Being embedded", {
    activity: {
      name: "reading",
      done: 37,
      total: 120,
      seconds: 74,
      pack: "clap-htsat-unfused@3f2a",
    },
  }),
  folderOf("Of an older pack", { tracks: 0, stale: 312 }),
  folderOf("Done", {
    report: {
      folder: { id: "Done", name: "Done", tracks: 312 },
      ...{ embedded: 12, missing: ["a.wav", "b.wav"], copies: 1, stopped: false },
      skippedFiles: 1,
      skipped: [{ name: "takes/cut.mp3", what: "The file is damaged.", next: "Export it again." }],
    },
  }),
  folderOf("Gone", {
    activity: {
      name: "failed",
      error: new HostError({ what: "The folder is gone.", next: "Connect the drive." }),
    },
  }),
  folderOf("A folder with a name as long as those on a server that several people share", {
    isReachable: false,
    tracks: 1,
  }),
];

const ownMusic = (
  state: string,
  folders: readonly FolderView[],
  { error = null, asksHost = false }: Partial<OwnMusicState> = {},
): ElementState => ({
  element: "nd-own-music",
  state,
  shown: html`<nd-own-music .state=${{ folders, error, asksHost }}></nd-own-music>`,
});

export const OWN_MUSIC_STATES: readonly ElementState[] = [
  ownMusic("no folder yet", []),
  ownMusic("folders", FOLDERS),
  ownMusic("folders of the editor", FOLDERS.slice(2), { asksHost: true }),
  ownMusic("not kept", [], { error: NOT_KEPT }),
];
