import { PassThrough } from "node:stream";
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
  it("keeps results and notes apart", async () => {
    const { terminal, out, err } = recorded(false);
    terminal.note("Skipped: x");
    await terminal.result("{}");
    expect([out, err]).toEqual([["{}\n"], ["Skipped: x\n"]]);
  });

  it("has no status line in a file or a pipe", () => {
    expect(recorded(false).terminal.status).toBeNull();
  });

  it("rewrites its status in place and clears it before any other output", async () => {
    const { terminal, out, err } = recorded(true);
    terminal.status?.("1/2");
    terminal.status?.("2/2");
    terminal.note("Skipped: x");
    await terminal.result("done");
    expect(err).toEqual([`${ERASE}1/2`, `${ERASE}2/2`, ERASE, "Skipped: x\n"]);
    expect(out).toEqual(["done\n"]);
  });

  it("waits, after a result, for a slower reader", async () => {
    let drain = (): void => undefined;
    const terminal = openTerminal(
      { write: () => false, once: (_, listener) => void (drain = listener) },
      { write: () => true },
    );
    let done = false;
    const written = terminal.result("{}").then(() => (done = true));
    await Promise.resolve();
    expect(done).toBe(false);
    drain();
    await written;
  });
});

describe("a question", () => {
  /** A terminal at which somebody types `typed`. */
  function asked(typed: string, isTTY = true) {
    const err: string[] = [];
    const stdin = Object.assign(new PassThrough(), { isTTY });
    stdin.end(typed);
    const terminal = openTerminal(
      { write: () => true },
      { isTTY: true, write: (text) => err.push(text) },
      stdin as unknown as NodeJS.ReadStream,
    );
    return { terminal, err };
  }

  it.each([
    ["y\n", true],
    [" YES \n", true],
    ["n\n", false],
    ["\n", false],
    ["yesterday\n", false],
    ["", false],
  ])("that is answered with %j means %s", async (typed, means) => {
    const { terminal, err } = asked(typed);
    expect(await terminal.ask?.("Go on?")).toBe(means);
    expect(err).toEqual(["Go on? [y/N] "]);
  });

  it("is not asked where nobody types", () => {
    expect(asked("y\n", false).terminal.ask).toBeUndefined();
  });
});
