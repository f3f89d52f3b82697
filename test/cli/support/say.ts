import { run } from "../../../src/cli/run.ts";

export interface Said {
  readonly code: number;
  readonly results: string[];
  readonly notes: string[];
}

/** Runs a command line in this process. */
export async function say(...args: string[]): Promise<Said> {
  const results: string[] = [];
  const notes: string[] = [];
  const terminal = {
    result: (text: string) => {
      results.push(text);
      return Promise.resolve();
    },
    note: (text: string) => void notes.push(text),
    status: null,
  };
  return { code: await run(args, terminal), results, notes };
}
