import type { AudioClip, Sequence, VideoClip, Word } from "./timeline/model.ts";
import { spoken } from "./timeline/spoken.ts";

/** Mira's words in a file that begins `before` seconds before her microphone was opened. */
const interview = (before: number): Word[] => [
  ...spoken("I came for one summer.", before + 1.2, before + 3.4),
  ...spoken("That was nineteen years ago.", before + 4.4, before + 7),
  ...spoken("You learn to hear when the forest is well,", before + 12.6, before + 16.2),
  ...spoken("and you learn to hear when it is not.", before + 20.4, before + 24),
];
const NARRATION: readonly Word[] = [
  ...spoken("Before the sun has reached the ground,", 0.6, 3),
  ...spoken("the forest has been awake for hours.", 3.2, 5.6),
  ...spoken("Most of what lives here you will only ever hear.", 8, 11.2),
];

const FRAME_RATE = 25;

/** The sequence that the stand-in opens: a rough cut that needs music in several places. */
export const DOCUMENTARY: Sequence = {
  name: "Forest documentary - rough cut",
  frameRate: FRAME_RATE,
  video: [
    shot("canopy", 0, 21.4, "Canopy at first light", {
      description: "Slow drone flight over a misty forest at sunrise, birds, no people.",
      logNote: "Opening titles go here. Calm, wide, a little mysterious.",
      columns: [{ name: "Mood", text: "calm, mysterious" }],
      bins: ["Footage", "Drone"],
      markers: [{ name: "Title", comments: "Title card fades in, give it room." }],
    }),
    shot("walk", 21.4, 26.2, "Ranger walks in", {
      description: "Handheld, ranger Mira walks along a narrow path, boots, dew, dog ahead.",
      logNote: "Wants something light and hopeful, acoustic, walking pace.",
      comment: "Trim the first step.",
      keywords: ["ranger", "dog", "morning"],
    }),
    ...cutaways("walk", 26.2, [
      ["Boots", 2.4],
      ["Dew", 2.4],
      ["Dog ahead", 2.4],
      ["Path bends", 2.4],
      ["Boots, closer", 1.2],
      ["Fern", 1.2],
      ["Dog stops", 1.2],
      ["Ranger stops", 1.2],
      ["Dog's ears", 1.2],
      ["Ranger listens", 1.2],
      ["Ranger and dog, wide", 1.8],
    ]),
    shot("interview", 44.8, 76, "Mira, ranger station", {
      description: "Interview by the window, medium close-up.",
      logNote: "Keep music out of the way of the voice or leave it out.",
      location: "Ranger station",
      bins: ["Footage", "Interviews"],
      words: interview(0.8),
    }),
    shot("fox", 76, 99.2, "Fox at the stream", {
      description: "A young fox plays at the stream, falls in, shakes itself, runs off.",
      logNote: "Funny! Playful and light, pizzicato or something like it.",
      bins: ["Footage", "Wildlife"],
      markers: [
        { name: "Slips", comments: "Fox slips off the stone, beat here." },
        { name: "Shakes", comments: "Shakes the water off, ends the gag." },
      ],
    }),
    shot("storm", 99.2, 126.6, "Storm over the ridge", {
      description: "Clouds build up, wind in the trees, first lightning, rain on leaves.",
      logNote: "Tension rising. Dark, low drums or drone. Ends on the thunderclap.",
      markers: [{ name: "Thunder", comments: "Hard cut to black on the clap." }],
    }),
    shot("camp", 126.6, 150, "Camp at night", {
      description: "Campfire, two people, stars, quiet talk we do not hear.",
      logNote: "Warm and intimate, guitar or piano, nostalgic. Credits start over it.",
      comment: "Colour not final.",
    }),
  ],
  audio: [
    [
      sound("narrator", "dialogue", 6.4, 18.6, "Narrator 01", NARRATION),
      sound("mira", "dialogue", 45.6, 75.2, "Mira lavalier", interview(0)),
      // This one has no transcript.
      sound("radio", "dialogue", 106.2, 114.8, "Radio call"),
    ],
    [
      sound("birds", "ambience", 0, 58, "Atmos, forest birds"),
      sound("rain", "ambience", 101, 129, "Rain on leaves"),
    ],
    [],
  ],
  markers: [
    { at: 33.4, name: "Faster", comments: "" },
    { at: 40.6, name: "She stops", comments: "" },
    { at: 141, name: "Credits", comments: "Credits roll from here." },
  ],
  trackMarkers: {},
};

function shot(
  id: string,
  start: number,
  end: number,
  name: string,
  notes: Partial<VideoClip>,
): VideoClip {
  const texts = { description: "", logNote: "", comment: "", keywords: [], location: "" };
  const project = { columns: [], bins: ["Footage"] };
  const file = { sourceStart: 0, words: [], markers: [], scenery: id };
  return { ...texts, ...project, ...file, ...notes, id, start, end, name };
}

/** Shots of one place after each other, cut to 100 beats a minute; nobody has written about them. */
function cutaways(
  scenery: string,
  from: number,
  shots: readonly (readonly [name: string, seconds: number])[],
): VideoClip[] {
  let frames = Math.round(from * FRAME_RATE);
  return shots.map(([name, seconds], n) => {
    const start = frames / FRAME_RATE;
    frames += Math.round(seconds * FRAME_RATE);
    return shot(`${scenery}-${n + 2}`, start, frames / FRAME_RATE, name, {
      scenery,
      // Further on in the same card, so that no two shots look the same.
      sourceStart: 7 * (n + 1),
    });
  });
}

function sound(
  id: string,
  kind: AudioClip["kind"],
  start: number,
  end: number,
  name: string,
  words: readonly Word[] = [],
): AudioClip {
  const untouched = { sourceStart: 0, tag: null, volume: 1, envelope: [] };
  return { ...untouched, id, kind, start, end, name, words };
}
