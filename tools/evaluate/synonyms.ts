/**
 * Words that count as one when a track's tags are compared with what fits a scene. Catalogues have few
 * words for moods: incompetech calls all that is cheerful "bright".
 */
const GROUPS: readonly (readonly string[])[] = [
  // Moods
  ["bright", "happy", "joyful", "cheerful", "sunny", "carefree", "positive", "optimistic"],
  ["bouncy", "playful", "cute", "mischievous", "fun", "lively", "charming"],
  ["humorous", "funny", "comedy", "quirky", "slapstick", "silent film score", "comic"],
  ["sad", "sombre", "somber", "melancholic", "heartbreaking", "lonely", "solemn"],
  ["calm", "calming", "peaceful", "serene", "soothing", "meditative", "tender", "intimate"],
  ["relaxed", "laid-back", "mellow", "smooth", "warm", "cosy"],
  ["dark", "ominous", "brooding", "sinister", "menacing"],
  ["eerie", "unnerving", "creepy", "scary", "uneasy"],
  ["suspenseful", "tense", "suspense"],
  ["intense", "urgent", "frantic", "powerful", "dramatic"],
  ["epic", "heroic", "majestic", "triumphant", "vast"],
  ["uplifting", "hopeful", "inspiring", "motivational", "proud"],
  ["grooving", "groovy", "funky", "danceable", "cool"],
  ["mystical", "magical", "ethereal", "dreamy", "wonder", "floating"],
  ["mysterious", "sneaky"],
  ["driving", "energetic", "exciting", "upbeat"],
  // Genres and uses
  ["soundtrack", "cinematic", "underscore", "trailer"],
  ["electronic", "electronica"],
  ["orchestral", "orchestra", "full orchestra", "orchestral full"],
  ["classical", "modern classical", "neoclassical", "chamber music"],
  ["country", "bluegrass", "americana", "western"],
  ["folk", "acoustic", "indie folk", "folk pop", "singer-songwriter"],
  ["silent film", "silent movie", "slapstick", "ragtime", "silent film score"],
  ["ambient", "ambient drone", "new age"],
  ["dark ambient", "horror"],
  ["world", "exotic"],
  ["world", "african"],
  ["world", "celtic"],
  ["world", "indian"],
  ["world", "japanese"],
  ["holiday", "christmas"],
  ["cooking", "cooking show"],
  ["nature", "nature documentary"],
  // Instruments
  ["drums", "drum kit", "kit", "drumset", "snare"],
  ["percussion", "hand drums", "congas", "bongos", "shaker", "frame drum"],
  ["strings", "violin", "viola", "cello", "string section", "string ensemble"],
  ["double bass", "basses", "acoustic bass"],
  ["brass", "brass section", "brass ensemble", "horns", "trumpet", "trombone"],
  ["saxophone", "sax", "saxes"],
  ["vibraphone", "vibes"],
  ["glockenspiel", "glock"],
  ["celesta", "celeste"],
  ["electric piano", "ep"],
  ["timpani", "tympani"],
  ["fiddle", "violin"],
  ["clavinet", "clav"],
  ["steel drums", "steel drum"],
  ["vocals", "voice", "vocalist", "singer", "male vocals", "female vocals"],
];

/** A word together with all that count as the same. */
export const sameAs = (word: string): readonly string[] => [
  ...new Set([word, ...GROUPS.filter((group) => group.includes(word)).flat()]),
];
