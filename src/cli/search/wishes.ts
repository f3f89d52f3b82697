import * as v from "valibot";
import { FIT_TOLERANCE, type FittingLength, type SearchFilters } from "../../contract/filters.ts";
import { EnergySchema, VocalsSchema } from "../../contract/hearing.ts";
import type { Levels, Likeness } from "../../contract/likeness.ts";
import { UsageError } from "../../contract/errors.ts";
import type { Span } from "../../contract/understanding.ts";
import { parseKey, parseTonic } from "../../engine/query/understand/wanted.ts";

const one = { type: "string" } as const;
const many = { type: "string", multiple: true, default: [] } satisfies {
  type: "string";
  multiple: true;
  default: string[];
};

/** The options of `needledrop search` that say what is wanted beside the sentence. */
export const WISH_OPTIONS = {
  "min-length": one,
  "max-length": one,
  fits: one,
  tempo: many,
  octaves: { type: "boolean", default: false },
  key: many,
  energy: many,
  vocals: many,
  catalogue: many,
  licence: many,
  local: { type: "boolean", default: false },
  like: many,
  unlike: many,
  "like-file": many,
  more: many,
  less: many,
} as const;

/** Their values, as `parseArgs` gives them. */
export interface WishValues {
  readonly "min-length"?: string | undefined;
  readonly "max-length"?: string | undefined;
  readonly fits?: string | undefined;
  readonly tempo: readonly string[];
  readonly octaves: boolean;
  readonly key: readonly string[];
  readonly energy: readonly string[];
  readonly vocals: readonly string[];
  readonly catalogue: readonly string[];
  readonly licence: readonly string[];
  readonly local: boolean;
  readonly like: readonly string[];
  readonly unlike: readonly string[];
  readonly "like-file": readonly string[];
  readonly more: readonly string[];
  readonly less: readonly string[];
}

/** What is wanted, but for files to be like, which have to be heard first. */
export interface Wished {
  readonly filters: SearchFilters;
  readonly like: readonly Likeness[];
  readonly levels: Levels;
  /** Paths of files to be like. */
  readonly files: readonly string[];
  /** Whether there is anything to search by but a sentence. */
  readonly isAny: boolean;
}

/** Reads the options. @throws UsageError a value is not what its option takes */
export function readWishes(values: WishValues): Wished {
  const length = lengthSpan(values["min-length"], values["max-length"]);
  const filters: SearchFilters = {
    ...(length === null ? {} : { length: [length] }),
    ...(values.fits === undefined ? {} : { fits: fittingLength(values.fits) }),
    ...given("tempo", values.tempo.map(tempoSpan)),
    ...(values.octaves ? { octaves: true } : {}),
    ...given("keys", values.key.map(keyNamed)),
    ...given(
      "energy",
      values.energy.map((value) => picked("--energy", EnergySchema, value)),
    ),
    ...given(
      "vocals",
      values.vocals.map((value) => picked("--vocals", VocalsSchema, value)),
    ),
    ...given("catalogues", [...values.catalogue]),
    ...given("licences", [...values.licence]),
    ...(values.local ? { playable: true } : {}),
  };
  const like = [
    ...values.like.map((id) => toTrack(id, 1)),
    ...values.unlike.map((id) => toTrack(id, -1)),
  ];
  const levels = Object.fromEntries([
    ...values.more.map((value) => [picked("--more", LevelSchema, value), 1] as const),
    ...values.less.map((value) => [picked("--less", LevelSchema, value), -1] as const),
  ]) as Levels;
  const files = values["like-file"];
  const isFiltered = Object.keys(filters).some((name) => name !== "octaves");
  const isAimed = like.length + files.length + Object.keys(levels).length > 0;
  return { filters, like, levels, files, isAny: isFiltered || isAimed };
}

const LevelSchema = v.picklist(["energy", "density", "brightness"]);

const toTrack = (id: string, weight: number): Likeness => ({ of: { kind: "track", id }, weight });

/** A filter, if it has values: an empty list of tracks would leave nothing. */
const given = <Name extends string, V>(name: Name, list: V[]): Partial<Record<Name, V[]>> =>
  list.length === 0 ? {} : ({ [name]: list } as Record<Name, V[]>);

function lengthSpan(least: string | undefined, most: string | undefined): Span | null {
  if (least === undefined && most === undefined) return null;
  return {
    least: least === undefined ? null : seconds("--min-length", least),
    most: most === undefined ? null : seconds("--max-length", most),
  };
}

/** A length, give or take what is easily cut away. */
function fittingLength(value: string): FittingLength {
  const wanted = seconds("--fits", value);
  if (wanted === 0 || wanted > 86_400) throw unfit("--fits", value, "a length of up to a day");
  return { seconds: wanted, tolerance: FIT_TOLERANCE };
}

/** "90", "1:30" or "1:02:30" */
function seconds(option: string, value: string): number {
  if (!/^\d+(:[0-5]\d){0,2}(\.\d+)?$/.test(value)) {
    throw unfit(option, value, "seconds, or minutes and seconds: 90 or 1:30");
  }
  return value.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
}

/** "90-110", "90-", "-110" or "100" */
function tempoSpan(value: string): Span {
  const [, from = "", dash, to = ""] = /^(\d+(?:\.\d+)?)?(-)?(\d+(?:\.\d+)?)?$/.exec(value) ?? [];
  const least = from === "" ? null : Number(from);
  const most = to === "" ? null : Number(to);
  if (dash === undefined && least !== null) return { least, most: least };
  const isSpan = dash !== undefined && (least !== null || most !== null);
  if (!isSpan || (least ?? 0) > (most ?? Infinity)) {
    throw unfit("--tempo", value, "beats per minute: 90-110, 90-, -110 or 100");
  }
  return { least, most };
}

/** "D minor", "Dm", or "D" for any mode */
function keyNamed(value: string): { tonic: string; mode: string | null } {
  const tonic = parseTonic(value.trim().toLowerCase());
  if (tonic !== null) return { tonic, mode: null };
  const key = parseKey(value);
  if (key === null) throw unfit("--key", value, 'a key: "D minor", "F# major", or D for any mode');
  return { ...key };
}

function picked<S extends v.PicklistSchema<readonly string[], undefined>>(
  option: string,
  schema: S,
  value: string,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  throw unfit(option, value, `one of ${schema.options.join(", ")}`);
}

const unfit = (option: string, input: string, takes: string): UsageError =>
  new UsageError({ what: `${option} does not take this.`, input, next: `Give it ${takes}.` });
