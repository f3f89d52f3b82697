/**
 * Words that are music in one sentence and something else in the next: "no house" may be a style
 * that an editor is tired of, or a lonely place. They count as music only in a clause of their own.
 */
export const EVERYDAY: ReadonlySet<string> = new Set([
  // Instruments
  ...["bell", "bells", "horn", "horns", "recorder", "triangle"],
  // Styles
  ...["country", "dub", "experimental", "folk", "fusion", "holiday", "house", "latin", "lounge"],
  ...["march", "metal", "minimal", "pop", "punk", "rock", "salsa", "soul", "swing", "trailer"],
  ...["trance", "trap", "western", "world", "indian", "chinese", "japanese", "arabic", "african"],
  ...["medieval", "musette", "silent film", "video game"],
  // Sounds
  ...["noise", "voice", "words", "sound effects", "beat"],
]);

/** Words of a vocabulary that say where a scene is set. Not having them says nothing of music. */
export const SCENERY: ReadonlySet<string> = new Set([
  ...["baby", "beach", "cafe", "castle", "children", "church", "city", "city at night", "desert"],
  ...["farm", "forest", "market scene", "mountains", "ocean", "paris", "pirates", "rain"],
  ...["rainy day", "restaurant", "road trip", "school", "shopping", "sleep", "small town", "space"],
  ...["spa", "street", "study", "studying", "summer", "sunrise", "sunset", "travel", "underwater"],
  ...["winter", "wonder", "animals", "cooking", "countryside", "news", "nature", "science", "game"],
  ...["history", "charity", "birthday party", "birdsong", "ocean waves", "time lapse", "farewell"],
  ...["slow motion", "interview", "flashback", "fight", "love scene", "family video"],
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
