/**
 * Names of what IndexedDB holds. All local pages of a browser profile may share storage, so each says
 * whose it is.
 */
export const STORES = {
  /** A copy of the index that ships; it can be made again. */
  index: "needledrop-index",
  /** How the panel is to do things. */
  settings: "needledrop-settings",
} as const;
