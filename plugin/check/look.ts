import type { Check } from "../../src/contract/host-check.ts";

/** What a look at the host found. */
export type Finding = Pick<Check, "outcome" | "detail">;

export const ok = (detail: string): Finding => ({ outcome: "ok", detail });
export const failed = (detail: string): Finding => ({ outcome: "failed", detail });
export const note = (detail: string): Finding => ({ outcome: "note", detail });

/** `ok` where it holds, else `failed` with the same detail. */
export const okIf = (holds: boolean, detail: string): Finding =>
  holds ? ok(detail) : failed(detail);

/** One check: whatever it throws is what was seen. */
export async function look(
  id: string,
  name: string,
  how: () => Finding | Promise<Finding>,
): Promise<Check> {
  const { outcome, detail } = await found(how);
  return { id, name, outcome, detail: detail.slice(0, 2000) };
}

async function found(how: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await how();
  } catch (thrown) {
    return failed(`It throws: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}
