/** Ignores case, spaces and punctuation of a name: "Track_Title" equals "track title". */
export function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
