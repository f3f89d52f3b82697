import { after } from "../../shared/clock.ts";
import type { Check } from "../../contract/host-check.ts";

export type Finding = Pick<Check, "outcome" | "detail">;

/** One thing to look at. It may throw and it may hang: both are findings. */
export interface Probe extends Pick<Check, "id" | "name"> {
  readonly look: () => Promise<Finding> | Finding;
}

export const works = (detail: string): Finding => ({ outcome: "ok", detail });
export const fails = (detail: string): Finding => ({ outcome: "failed", detail });
export const noteThat = (detail: string): Finding => ({ outcome: "note", detail });

/** Milliseconds that a probe of the page or the bridge may take. */
const LIMIT = 30_000;
const LONGEST_DETAIL = 2000;

/** Never rejects, and takes no longer than `limit` milliseconds. */
export async function runProbe({ id, name, look }: Probe, limit = LIMIT): Promise<Check> {
  const { outcome, detail } = await finding(look, limit);
  return { id, name, outcome, detail: detail.slice(0, LONGEST_DETAIL) };
}

async function finding(look: Probe["look"], limit: number): Promise<Finding> {
  let stop = (): void => undefined;
  const silence = new Promise<Finding>((resolve) => {
    stop = after(limit, () => resolve(fails(`No answer within ${limit / 1000} s.`)));
  });
  try {
    return await Promise.race([look(), silence]);
  } catch (thrown) {
    return fails(textOf(thrown));
  } finally {
    stop();
  }
}

const textOf = (thrown: unknown): string =>
  thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
