import * as v from "valibot";
import { text } from "./values.ts";

/** One thing that can only be known in the application itself. */
export const CheckSchema = v.object({
  id: text(60),
  /** What was looked at, in a few words. */
  name: text(200),
  /** `note`: neither right nor wrong, but worth knowing. */
  outcome: v.picklist(["ok", "failed", "note"]),
  /** What was seen. */
  detail: text(2000),
});
export type Check = v.InferOutput<typeof CheckSchema>;

export const CheckRequestSchema = v.object({
  /** Also try what needs a sequence: one is made, used and removed again. */
  scratch: v.boolean(),
});
export type CheckRequest = v.InferOutput<typeof CheckRequestSchema>;

export const ChecksSchema = v.pipe(v.array(CheckSchema), v.maxLength(100));
