import { wordsOf } from "./plain.ts";

/** How speech sounds in music's words, and the stems of words that give it away. */
const TONES: readonly { readonly tone: string; readonly stems: string }[] = [
  {
    tone: "sad",
    stems: `grief griev mourn funeral bury buried died death dead dying loss lost tear tears cry cried
      crying sad sorrow goodbye farewell alone lonely lonelin heartbroken miss missed regret ashes
      widow orphan hospice`,
  },
  {
    tone: "joyful",
    stems: `joy happy happi laugh laughing laughed smile smiling fun celebrat party wonderful love loved
      birthday congratulat cheer excited delight fantastic amazing married wedding dance danced`,
  },
  {
    tone: "tense",
    stems: `danger threat fear afraid scared terrif panic hurry urgent attack bomb gun police run
      escape hide hiding chase siren evacuat emergency deadline crisis risk warning hostage enemy`,
  },
  {
    tone: "hopeful",
    stems: `hope hopeful dream believ future begin beginning tomorrow heal recover rebuild chance change
      possible grow growing together promise proud courage`,
  },
  {
    tone: "nostalgic",
    stems: `remember memor childhood grandmother grandfather ago days photograph letter years
      nostalg`,
  },
  {
    tone: "triumphant",
    stems: `win won winner victory champion record medal goal finish gold trophy first triumph beat
      final team`,
  },
  {
    tone: "calm",
    stems: `quiet silence still peace peaceful calm breathe slow slowly rest gentle listen morning
      meditat`,
  },
  {
    tone: "mysterious",
    stems: `secret mystery mysterious strange unknown disappear vanish clue evidence investigat suspect
      nobody knows hidden`,
  },
  {
    tone: "funny",
    stems: `funny joke hilarious silly ridiculous laughs prank oops clumsy embarrass`,
  },
];

const EXACT = 5;
const stemsOf = (stems: string): readonly string[] => stems.trim().split(/\s+/);
const LEXICON = TONES.map(({ tone, stems }) => ({ tone, stems: stemsOf(stems) }));

/** Words of one tone that must be said, and their share of all that are said. */
const LEAST = 2;
const LEAST_SHARE = 0.015;

/** The tones that English speech has, the plainest first; at most two, and none where it is unsure. */
export function tonesOf(text: string): string[] {
  const words = wordsOf(text.slice(0, 20_000));
  return LEXICON.map(({ tone, stems }) => ({
    tone,
    hits: words.filter((word) => stems.some((stem) => isOf(word, stem))).length,
  }))
    .filter(({ hits }) => hits >= LEAST && hits >= LEAST_SHARE * words.length)
    .sort((a, b) => b.hits - a.hits)
    .slice(0, 2)
    .map(({ tone }) => tone);
}

/** Longer stems also stand for what is made of them: "mourn" for "mourning". */
const isOf = (word: string, stem: string): boolean =>
  word === stem || (stem.length >= EXACT && word.startsWith(stem));
