import { describe, expect, it } from "vitest";
import { progressLine, showProgress } from "../../../src/cli/indexing/progress.ts";
import type { Terminal } from "../../../src/cli/terminal.ts";

function recorder(canRewrite: boolean): { terminal: Terminal; notes: string[]; shown: string[] } {
  const notes: string[] = [];
  const shown: string[] = [];
  const status = canRewrite ? (text: string): void => void shown.push(text) : null;
  const terminal = {
    result: () => Promise.resolve(),
    note: (text: string) => void notes.push(text),
    status,
  };
  return { terminal, notes, shown };
}

describe("progressLine", () => {
  it("shows count, speed and time left", () => {
    expect(progressLine(10, 40, 20)).toBe("10/40 files, 30.0 a minute, 1:00 left");
    expect(progressLine(10, 40, -20)).toMatch(/^10\/40 files, \d+\.0 a minute, 0:00 left$/);
    expect(progressLine(1, 2, 60, "tracks")).toBe("1/2 tracks, 1.0 a minute, 1:00 left");
  });
});

describe("showProgress", () => {
  it("rewrites its line at every step on a terminal", () => {
    const { terminal, notes, shown } = recorder(true);
    const progress = showProgress(terminal, 2, "files", () => 0);
    progress.step();
    progress.step();
    expect(shown).toHaveLength(2);
    expect(notes).toEqual([]);
  });

  it("prints a plain line now and then elsewhere, and none for a short run", () => {
    const { terminal, notes } = recorder(false);
    let seconds = 0;
    const progress = showProgress(terminal, 10, "files", () => seconds * 1000);
    for (seconds of [1, 2, 16, 17, 32]) progress.step();
    expect(notes).toEqual([
      "3/10 files, 11.3 a minute, 0:37 left",
      "5/10 files, 9.4 a minute, 0:32 left",
    ]);
  });
});
