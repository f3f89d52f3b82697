import type { TextFile } from "../../contract/cue-sheet.ts";
import type { Check } from "../../contract/host-check.ts";
import { drawScenery } from "./draw-scenery.ts";
import type { Tab } from "./tab.ts";

/** Browsers share no folder picker, so the page offers these two in turn. */
const FOLDERS = ["Film/Music", "Archive/Music"] as const;

/** The real browser. */
export const browserTab: Tab = {
  openPage: (page) => {
    // Browsers allow it only shortly after a click. The new page gets no handle on this one.
    if (!navigator.userActivation.isActive) return false;
    window.open(page, "_blank", "noopener,noreferrer");
    return true;
  },
  save: (file) => Promise.resolve(download(file)),
  chooseFolder: (current) => Promise.resolve(current === FOLDERS[0] ? FOLDERS[1] : FOLDERS[0]),
  draw: drawScenery,
  checks: () => [
    { id: "browser", name: "Browser", outcome: "note", detail: navigator.userAgent },
    storage(),
    ...["audio/mpeg", "audio/wav"].map(plays),
  ],
};

/** Only the browser knows where it saves the file. */
function download({ name, text }: TextFile): string {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  // The browser takes a moment to begin reading.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return name;
}

function storage(): Check {
  const key = "needledrop.check";
  const check = { id: "storage", name: "The tab keeps small texts" };
  try {
    localStorage.setItem(key, key);
    const isKept = localStorage.getItem(key) === key;
    localStorage.removeItem(key);
    return { ...check, outcome: isKept ? "ok" : "failed", detail: "localStorage was tried." };
  } catch (error) {
    return { ...check, outcome: "failed", detail: String(error).slice(0, 2000) };
  }
}

function plays(type: string): Check {
  const answer = new Audio().canPlayType(type);
  return {
    id: `plays-${type}`,
    name: `The browser plays ${type}`,
    outcome: answer === "" ? "failed" : "ok",
    detail: `It answers “${answer}”.`,
  };
}
