/** A mistake in how the program was called, or something it needs that is missing; ends it with exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}
