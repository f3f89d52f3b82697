import type { NeedledropError } from "../../contract/errors.ts";
import type { Part, PartKind } from "../scene/part.ts";

/** Everything the panel says about words that come from the selection. */
export const SCENE = {
  label: "Where the description comes from",
  remove: "Leave this source out of the description",
  removeAll: "Remove all",
  removeAllHelp: "Take out everything that comes from the selection, and keep your own words",
  looking: "Looking at pictures of the selection",
  slow: "The editor sent no pictures in time.",
  noPictures: "The editor sent no pictures.",
  nothingSeen: "The pictures show nothing that could be named for certain.",
} as const;

const NAMES: Readonly<Record<PartKind, string>> = {
  marker: "marker",
  note: "note",
  description: "description",
  column: "column",
  keywords: "keywords",
  comment: "comment",
  place: "place",
  picture: "pictures",
  caption: "captioner",
  tone: "tone of speech",
  transcript: "speech",
  name: "file name",
  bin: "bin",
  sequence: "sequence",
};

/** Kinds whose words tell them apart; the others are told apart by where they come from. */
const BY_WORDS = new Set<PartKind>(["picture", "transcript", "tone", "keywords", "place"]);
const LONGEST = 40;

/** "marker: Title", "note", "pictures: forest, mist, at dawn", "note (German)". */
export function chipName({ kind, from, language }: Part, words: string): string {
  const named = kind === "marker" || kind === "column" || kind === "caption" ? from : "";
  const about = BY_WORDS.has(kind) ? words : named;
  const short = about.length > LONGEST ? `${about.slice(0, LONGEST).trimEnd()}…` : about;
  const tongue = language === null ? "" : ` (${languageName(language)})`;
  return `${NAMES[kind]}${short === "" ? "" : `: ${short}`}${tongue}`;
}

const languageNames = new Intl.DisplayNames(["en"], { type: "language" });
const languageName = (tag: string): string => languageNames.of(tag) ?? tag;

export const removeSource = (source: string): string => `Remove ${source}`;

/** Why pictures say nothing; the description stands without them. */
export const picturesMissing = ({ what }: NeedledropError): string =>
  `Described without pictures. ${what.replace(/[^.!?]$/, "$&.")}`;
