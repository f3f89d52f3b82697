import { describe, expect, it } from "vitest";
import { openTerminal, type Terminal } from "../../src/cli/terminal.ts";

const ERASE = "\r\u001b[2K";

function recorded(isTTY: boolean): { terminal: Terminal; out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = openTerminal(
    { write: (text) => out.push(text) },
    { isTTY, write: (text) => err.push(text) },
  );
  return { terminal, out, err };
}

describe("openTerminal", () => {
  it("keeps results and notes apart", () => {
    const { terminal, out, err } = recorded(false);
    terminal.note("Skipped: x");
    terminal.result("{}");
    expect([out, err]).toEqual([["{}\n"], ["Skipped: x\n"]]);
  });

  it("cannot rewrite a line in a file or a pipe", () => {
    expect(recorded(false).terminal.status).toBeNull();
  });

  it("rewrites its status in place and wipes it before anything else is said", () => {
    const { terminal, out, err } = recorded(true);
    terminal.status?.("1/2");
    terminal.status?.("2/2");
    terminal.note("Skipped: x");
    terminal.result("done");
    expect(err).toEqual([`${ERASE}1/2`, `${ERASE}2/2`, ERASE, "Skipped: x\n"]);
    expect(out).toEqual(["done\n"]);
  });
});
