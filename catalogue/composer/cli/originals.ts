export async function runOriginals(words: readonly string[]): Promise<void> {
  await Promise.resolve(words);
}
