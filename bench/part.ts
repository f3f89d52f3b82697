import type { Figure } from "./figure.ts";

/**
 * A part of a measurement. If it fails or takes too long, what the others measured is still reported: it
 * gives no figures then, says why, and the whole ends with an error.
 */
export async function part(
  name: string,
  limitSeconds: number,
  measure: () => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`not done after ${limitSeconds} s`)),
      limitSeconds * 1000,
    );
  });
  try {
    return await Promise.race([measure(), late]);
  } catch (error) {
    console.error(`${name} could not be measured: ${String(error)}`);
    process.exitCode = 1;
    return [];
  } finally {
    clearTimeout(timer);
  }
}
