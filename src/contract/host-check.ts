import * as v from "valibot";
import { text } from "./values.ts";

/** The outcome of one check that only the application itself can make. */
export const CheckSchema = v.object({
  id: text(60),
  /** What was checked, in a few words. */
  name: text(200),
  /** `note`: neither right nor wrong, but worth knowing. */
  outcome: v.picklist(["ok", "failed", "note"]),
  /** What the check found. */
  detail: text(2000),
});
/** See `CheckSchema`. */
export type Check = v.InferOutput<typeof CheckSchema>;

/** Which checks to make. */
export const CheckRequestSchema = v.object({
  /** Whether to make the checks that need a sequence; one is created, used and removed. */
  scratch: v.boolean(),
});
/** See `CheckRequestSchema`. */
export type CheckRequest = v.InferOutput<typeof CheckRequestSchema>;

/** The outcomes of all checks, in the order in which they ran. */
export const ChecksSchema = v.pipe(v.array(CheckSchema), v.maxLength(100));
