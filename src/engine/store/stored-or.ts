import { StorageError } from "../../contract/errors.ts";

/** What happened, and the way out. */
type Told = Pick<StorageError, "what" | "next">;

/**
 * The result of an operation of IndexedDB.
 * @param full what to tell where there is no room left
 * @param broken what to tell where it failed in another way
 * @throws StorageError it failed.
 */
export async function storedOr<T>(
  operation: Promise<T>,
  { full, broken }: { readonly full: Told; readonly broken: Told },
): Promise<T> {
  try {
    return await operation;
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === "QuotaExceededError";
    throw new StorageError({ ...(isFull ? full : broken), cause });
  }
}
