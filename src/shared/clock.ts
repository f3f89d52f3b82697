// Timers exist in every place this code runs (page, worker, Node, UXP), but in no library that
// all of them share; declaring the two we use keeps DOM and Node types out of the contract.
declare function setTimeout(handler: () => void, ms: number): unknown;
declare function clearTimeout(handle: unknown): void;

/** Runs `action` after `ms` milliseconds; the returned function cancels it. */
export function after(ms: number, action: () => void): () => void {
  const handle = setTimeout(action, ms);
  return () => {
    clearTimeout(handle);
  };
}
