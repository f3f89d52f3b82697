/** A wrong call of the program, or a missing prerequisite. It ends the program with exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}
