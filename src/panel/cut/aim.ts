import type { LocalResult } from "../../contract/search.ts";
import type { Aim } from "../editor/cue.ts";
import type { Cut } from "./cut.ts";

/** Where a result is to be laid so that it hits; null where nothing is to be hit, or can be. */
export function aimAt(cut: Pick<Cut, "target" | "placed">, result: LocalResult): Aim | null {
  const { target } = cut;
  const placed = target === null ? null : cut.placed(result);
  return target === null || placed === null ? null : { offset: placed.offset, span: target.span };
}
