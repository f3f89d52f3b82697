/** 16 hexadecimal digits, the same for the same text: FNV-1a, two runs of 32 bits. No secret. */
export function shortHash(text: string): string {
  const run = (start: number): string => {
    let hash = start;
    for (let at = 0; at < text.length; at++)
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  return run(0x811c9dc5) + run(0x9747b28c);
}
