import type { PackAccess } from "./pack.ts";

/** A picture of footage, decoded. The page decodes it, since the engine has no picture formats. */
export interface Picture {
  /** When it is seen, in seconds from the beginning of the sequence. */
  readonly at: number;
  /** Name of the clip that it shows. */
  readonly clip: string;
  readonly width: number;
  readonly height: number;
  /** [height, width, 4]: red, green, blue, alpha; 0 to 255. */
  readonly rgba: Uint8ClampedArray;
}

/** Most pictures that are looked at together. */
export const PICTURE_LIMIT = 24;

/** What a word that was seen is about. */
export const SIGHT_KINDS = ["place", "subject", "light", "colour", "motion", "mood"] as const;
/** See `SIGHT_KINDS`. */
export type SightKind = (typeof SIGHT_KINDS)[number];

/** A word for what the pictures show. */
export interface SeenWord {
  /** As it reads in a description: "beach", "at night". */
  readonly word: string;
  readonly kind: SightKind;
  /** Probability that it is right, 0 to 1, as it was measured. */
  readonly confidence: number;
  /** Places in the list of pictures that show it. */
  readonly pictures: readonly number[];
}

/** A sentence about a picture, by a captioner that the editor added. */
export interface SeenCaption {
  readonly text: string;
  /** Name of the captioner. */
  readonly by: string;
  /** Place in the list of pictures. */
  readonly picture: number;
}

/** What was seen in pictures. What is not plain enough is left out. */
export interface Sight {
  /** Surest first. */
  readonly words: readonly SeenWord[];
  /** Empty unless the editor added a captioner. */
  readonly captions: readonly SeenCaption[];
}

/** A captioner that the editor added: a model that writes a sentence about a picture. */
export interface AddedCaptioner {
  /** SHA-256 (hex) of its captioner.json; no two have the same. */
  readonly hash: string;
  /** `name@version`. */
  readonly id: string;
  /** SPDX identifier, the licence's name, or "unknown". */
  readonly licence: string;
  /** Size of all its files. */
  readonly bytes: number;
  /** Why it says nothing, as sentences; left out if it works, as far as is known. */
  readonly problem?: string;
}

/** The part of the engine that looks at pictures. */
export interface SightEngine {
  /**
   * Looks at pictures of one scene, at most `PICTURE_LIMIT`. Pictures of a clip that lie close
   * together show motion. Captioners that were added are asked about some of them, which takes
   * seconds for each.
   * @param onSeen called with what was seen, before captioners are asked; not at all without any
   * @throws UsageError the pictures are malformed, too many, or nothing was loaded.
   * @throws AssetError, PackError the net for pictures is missing or damaged.
   * @throws DeviceError the device failed.
   */
  see(pictures: readonly Picture[], onSeen?: (sight: Sight) => void): Promise<Sight>;
  /**
   * The captioners that the editor added; they are kept from start to start.
   * @throws UsageError nothing was loaded.
   * @throws StorageError this page may keep nothing.
   */
  captioners(): Promise<AddedCaptioner[]>;
  /**
   * Verifies a captioner in a layout of transformers.js, lets it look at a picture, and keeps it.
   * From then on `see` asks it, too.
   * @param onProgress called with the share that is done, 0 to 1
   * @throws PackError it is none, or is damaged.
   * @throws HostError a file of it cannot be read.
   * @throws StorageError this page may keep nothing, or has no room left.
   * @throws DeviceError the device cannot run it.
   */
  addCaptioner(access: PackAccess, onProgress?: (done: number) => void): Promise<AddedCaptioner>;
  /**
   * Forgets a captioner.
   * @throws StorageError this page may keep nothing.
   */
  removeCaptioner(hash: string): Promise<void>;
}
