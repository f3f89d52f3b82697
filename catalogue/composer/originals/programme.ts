/** One place in the bundled catalogue: the style that fills it and about how long the piece is. */
export interface Slot {
  style: string;
  seconds: number;
}

/**
 * What the bundled catalogue offers, chosen so that most scenes find something. Two slots for the quiet and
 * natural, because that is what editors look for most and find least.
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
];
