/** Short forms, and spellings that edit distance does not reach. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ["drumnbass", "drum and bass"],
  ["drumandbass", "drum and bass"],
  ["dnb", "drum and bass"],
  ["rnb", "r&b"],
  ["synthwavey", "synthwave"],
]);

/**
 * Words of music and scenes that no vocabulary has, and that tokenizers split. They are spelled
 * right, though some are a letter away from a word of the vocabulary ("dreary", "dreamy").
 */
export const SPELLED_RIGHT: readonly string[] = [
  ...["airy", "arpeggio", "avian", "awash", "backlit", "badlands", "bleach", "bleak", "blight"],
  ...["brash", "breezy", "buoyant", "bushy", "captions", "centaur", "centaurs", "charisma"],
  ...["chase", "chasm", "chaste", "cheeky", "cheery", "chipmunk", "chipmunks", "chirping"],
  ...["chirpy", "clammy", "clamp", "clippings", "coda", "comforting", "confidant", "confidante"],
  ...["contemplate", "contemplation", "countrywide", "crackling", "croaky", "cymbal", "dank"],
  ...["deadpan", "deceptive", "depressive", "desolate", "devotional", "disquieting"],
  ...["dissonance", "doublet", "dramatist", "dreamt", "dreary", "drowsy", "drumline", "dusky"],
  ...["eerily", "elevates", "elevating", "enchanting", "euphoria", "fairytale", "fanfare"],
  ...["farmland", "feisty", "firewall", "flanger", "flue", "fluke", "foggy", "foley", "folksy"],
  ...["foreboding", "frenetic", "frosty", "fruitless", "funereal", "gare", "giddy", "glib"],
  ...["glitch", "glitchy", "glock", "glum", "gritty", "groove", "grungy", "hammerhead", "hazy"],
  ...["heartbreak", "hoard", "hoist", "hopeless", "hummable", "hypnosis", "hypnotise"],
  ...["hypnotize", "inquiring", "intimidate", "jangly", "jarring", "jaunty", "jittery", "jolly"],
  ...["keywords", "kilt", "kilts", "kink", "languid", "leitmotif", "lewd", "lilting", "lonesome"],
  ...["lush", "lyricism", "maniacal", "medic", "meditate", "melancholia", "melancholy"],
  ...["minimalism", "moody", "mournful", "muddle", "mundane", "nautical", "noose", "nostalgia"],
  ...["ominously", "orchestrate", "overdrive", "overdriven", "pane", "panes", "peppy", "perky"],
  ...["persuasive", "placid", "plucky", "pomp", "poppy", "pulsating", "punchy", "quirk"],
  ...["quirks", "rainfall", "ratchet", "reanimation", "retort", "reverb", "rhythmical", "riff"],
  ...["riffs", "rueful", "scathing", "scone", "seep", "seeps", "seething", "serene", "serf"],
  ...["serfs", "silo", "silos", "simmering", "simplex", "sizzling", "slapdash", "sleuth", "slew"],
  ...[
    "snappy",
    "snarky",
    "snarl",
    "sneering",
    "snowy",
    "snores",
    "snoring",
    "solitary",
    "soot",
    "soothe",
    "souk",
  ],
  ...["spacey", "spasm", "spiccato", "spooky", "spore", "spunky", "staccato", "starling"],
  ...["steely", "stele", "steppe", "stomping", "stompy", "strum", "strummed", "strummer"],
  ...["strumming", "sultry", "sunlit", "sunspots", "swine", "swishing", "swoosh", "tango"],
  ...["teak", "teal", "tearful", "tempestuous", "tension", "terse", "theremin", "tint", "toon"],
  ...["tramp", "trawler", "tribal", "triumphal", "trudge", "trudging", "twang", "tympani"],
  ...["uneasily", "unhurried", "unsettling", "urgency", "vamp", "vibey", "vocoder", "vortices"],
  ...["wane", "waning", "wasteful", "whimsical", "whimsy", "whirling", "whittle", "wishful"],
  ...["wistfully", "wonky", "woozy", "wove", "yearning", "zany", "zither"],
];
