/** One place in the bundled catalogue: its style, and about how long the piece is. */
export interface Slot {
  style: string;
  seconds: number;
  /** Greatest length of the score in seconds. Forms have whole phrases, so a piece may miss its target length. */
  longest?: number;
}

/** Keeps the second piece of a style short, so that two of every style fit into the catalogue's size limit. */
const second = (style: string, seconds: number): Slot => ({ style, seconds, longest: 84 });

/**
 * The slots of the bundled catalogue: music for most scenes, two pieces in each of its styles. A slot's place
 * decides its seeds, so add new slots at the end.
 */
export const programme: readonly Slot[] = [
  { style: "forest meditation", seconds: 92 },
  { style: "forest meditation", seconds: 86 },
  { style: "ambient drone", seconds: 88 },
  { style: "solo piano ballad", seconds: 84 },
  { style: "neoclassical strings", seconds: 86 },
  { style: "cinematic epic", seconds: 84 },
  { style: "tension underscore", seconds: 80 },
  { style: "horror", seconds: 84 },
  { style: "comedy pizzicato", seconds: 77 },
  { style: "corporate uplifting", seconds: 84 },
  { style: "ukulele advertising", seconds: 77 },
  { style: "indie folk", seconds: 82 },
  { style: "bluegrass", seconds: 77 },
  { style: "blues", seconds: 90 },
  { style: "hard rock", seconds: 86 },
  { style: "rock", seconds: 86 },
  { style: "funk", seconds: 78 },
  { style: "disco", seconds: 88 },
  { style: "jazz swing", seconds: 82 },
  { style: "fusion jazz", seconds: 84 },
  { style: "bossa nova", seconds: 82 },
  { style: "reggae", seconds: 78 },
  { style: "hip-hop", seconds: 78 },
  { style: "lo-fi", seconds: 82 },
  { style: "house", seconds: 80 },
  { style: "drum and bass", seconds: 78 },
  { style: "synthwave", seconds: 82 },
  { style: "chiptune", seconds: 77 },
  { style: "waltz", seconds: 78 },
  { style: "celtic", seconds: 78 },
  { style: "middle eastern", seconds: 80 },
  { style: "silent film piano", seconds: 82 },
  second("ambient drone", 66),
  second("solo piano ballad", 74),
  second("neoclassical strings", 70),
  second("cinematic epic", 72),
  second("tension underscore", 76),
  second("horror", 76),
  second("comedy pizzicato", 70),
  second("corporate uplifting", 70),
  second("ukulele advertising", 70),
  second("indie folk", 70),
  second("bluegrass", 80),
  second("blues", 70),
  second("hard rock", 76),
  second("rock", 66),
  second("funk", 72),
  second("disco", 82),
  second("jazz swing", 66),
  second("fusion jazz", 72),
  second("bossa nova", 76),
  second("reggae", 76),
  second("hip-hop", 72),
  second("lo-fi", 74),
  second("house", 82),
  second("drum and bass", 70),
  second("synthwave", 72),
  second("chiptune", 76),
  second("waltz", 70),
  second("celtic", 78),
  second("middle eastern", 72),
  second("silent film piano", 82),
  second("mystery noir", 66),
  second("mystery noir", 66),
  second("holiday", 66),
  second("holiday", 66),
];
