import type { NeedledropError } from "../../contract/errors.ts";
import { printable } from "./printable.ts";

/** An expected failure as one line: what happened, the input, what to do next, and the cause. */
export function errorLine(error: NeedledropError): string {
  const cause = error.cause instanceof Error ? error.cause.message : error.cause;
  const because = typeof cause === "string" && cause !== "" ? ` [${cause}]` : "";
  return printable(`${error.message}${because}`);
}
