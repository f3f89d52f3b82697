/** How much of the penalty for unwanted music applies when it is wanted less, rather than not at all. */
export const LESS = 0.5;

const NOT_AT_ALL: readonly string[] = [
  ...["no", "not", "not a", "not an", "not any", "without", "without any", "w/o", "sans", "zero"],
  ...[
    "nothing",
    "never",
    "neither",
    "non",
    "minus",
    "except",
    "except for",
    "excluding",
    "exclude",
  ],
  ...["not be", "not sound", "not feel", "not have", "never be", "no more", "not all", "lacking"],
  ...["don't have", "doesn't have", "don't want", "do not want", "i don't want", "don't use"],
  ...["do not use", "don't like", "do not like", "i don't like", "don't need", "do not need"],
  ...["don't make it", "do not make it", "doesn't sound", "don't add", "do not add"],
  ...["avoid", "avoiding", "avoids", "please avoid", "leave out", "skip", "lose", "omit"],
  ...["free of", "free from", "devoid of", "instead of", "rather than"],
  ...["anything but", "anything except", "everything but", "everything except"],
  ...["without being", "without sounding", "without feeling", "without getting", "nothing like"],
];

const NOT_SO_MUCH: readonly string[] = [
  ...["not too", "not so", "not very", "not that", "not overly", "not really", "not quite as"],
  ...["not too much", "not too many", "not so much", "not so many", "not much", "not many"],
  ...["not a lot of", "not be too", "not be so", "not be overly", "not sound too", "not feel too"],
  ...["nothing too", "nothing very", "nothing overly", "never too", "none too", "not as"],
  ...["less", "a bit less", "a little less", "slightly less", "much less", "far less", "fewer"],
  ...["hardly any", "barely any", "without too much", "without too many", "without much"],
  ...["without being too", "without being overly", "without sounding too", "without getting too"],
  ...["don't make it too", "do not make it too", "doesn't sound too", "not overly the"],
];

/** What makes a negation of the musical words after it, each with its strength. */
export const NEGATORS: readonly (readonly [string, number])[] = [
  ...NOT_AT_ALL.map((words) => [words, 1] as const),
  ...NOT_SO_MUCH.map((words) => [words, LESS] as const),
];

/** Single words that are negations by themselves. [word, concept] */
export const NEGATIONS: readonly (readonly [string, string])[] = [
  ["drumless", "drums"],
  ["beatless", "beats"],
  ["vocalless", "vocals"],
  ["percussionless", "percussion"],
];

/** Between a negator and what it negates; they do not change the meaning. */
export const DETERMINERS: ReadonlySet<string> = new Set([
  ...[
    "a",
    "an",
    "the",
    "any",
    "all",
    "some",
    "other",
    "more",
    "actual",
    "whatsoever",
    "of",
    "kind",
  ],
  ...["sort", "type", "sounding", "such", "those", "these", "too"],
]);

/** The same, but "no loud drums" leaves room for soft ones. */
export const DEGREES: ReadonlySet<string> = new Set([
  ...[
    "big",
    "booming",
    "crazy",
    "distracting",
    "fast",
    "hard",
    "harsh",
    "heavy",
    "huge",
    "intrusive",
  ],
  ...["loud", "massive", "obvious", "overly", "pounding", "prominent", "slow", "strong", "busy"],
  ...["super", "thumping", "very", "extremely", "overtly", "overpowering"],
]);

/** After what is negated; they go with it. */
export const TAILS: readonly string[] = [
  ...["music", "sound", "sounds", "song", "songs", "track", "tracks", "part", "parts", "piece"],
  ...["pieces", "solo", "solos", "element", "elements", "stuff", "vibe", "vibes", "mood", "moods"],
  ...["feel", "feeling", "tone", "tones", "instruments", "please", "whatsoever", "line", "lines"],
  ...["chops", "fills", "hits", "hook", "hooks", "loops", "riffs", "runs", "samples", "stabs"],
  ...["at all", "in it", "in there", "of any kind"],
];

/** Words that may follow a quality that is negated: its clause ends before them. */
export const CLAUSE_STARTS: ReadonlySet<string> = new Set([
  ...["and", "but", "or", "nor", "yet", "please", "with", "without", "no", "not", "just", "only"],
]);
export const LOOSE_STARTS: ReadonlySet<string> = new Set([
  ...["in", "on", "for", "at", "during", "over", "under", "then", "while", "until", "so", "as"],
  ...["from", "than", "which", "that", "though", "although", "either"],
]);

/** What can be said not to be something without a word about the music: "she is not happy". */
export const COPULAS: ReadonlySet<string> = new Set([
  ...["is", "was", "are", "were", "am", "i'm", "he's", "she's", "they're", "we're", "you're", "be"],
  ...["been", "feels", "looks", "seems", "does", "did", "do", "had", "has", "have", "there's"],
  ...["can", "could", "will", "would", "may", "might"],
]);
/** Unless it is the music that is meant. */
export const MUSICAL_SUBJECTS: ReadonlySet<string> = new Set([
  ...["it", "that", "which", "this", "music", "track", "song", "piece", "mood", "tone", "sound"],
  ...["score", "something", "should"],
]);

/** Figures of speech: none of their words says anything about the music. */
export const IDIOMS: readonly string[] = [
  "nothing but",
  "nothing less than",
  "nothing more than",
  "no less",
  "no fun",
  "no joke",
  "no drama",
  "no wonder",
  "no country for old men",
  "no strings attached",
  "no bells and whistles",
  "no spring chicken",
  "no rest",
  "no romance",
  "no party",
  "not a soul",
  "not happy about",
  "not happy with",
  "not in the mood",
  "not only",
  "not just",
  "not without",
  "not to mention",
  "not unlike",
  "without a soul",
  "without a word",
  "without drama",
  "without a beat",
  "without missing a beat",
  "more or less",
  "less than",
  "less is more",
];

/** After one of these an instrument is part of something else: "no piano bar". */
export const COMPOUNDS: ReadonlySet<string> = new Set([
  ...["bar", "bars", "case", "cases", "club", "clubs", "donor", "donors", "festival", "lesson"],
  ...["lessons", "player", "players", "practice", "shop", "shops", "store", "teacher", "teachers"],
]);
