import type { AudioClip, Sequence, VideoClip } from "./timeline.ts";

/** The sequence the stand-in opens: a rough cut that wants music in several places. */
export const DOCUMENTARY: Sequence = {
  name: "Forest documentary - rough cut",
  frameRate: 25,
  video: [
    shot("canopy", 0, 21.4, "Canopy at first light", {
      description: "Slow drone flight over a misty forest at sunrise, birds, no people.",
      logNote: "Opening titles go here. Calm, wide, a little mysterious.",
      markers: [{ name: "Title", comments: "Title card fades in, give it room." }],
    }),
    shot("walk", 21.4, 44.8, "Ranger walks in", {
      description: "Handheld, ranger Mira walks along a narrow path, boots, dew, dog ahead.",
      logNote: "Wants something light and hopeful, acoustic, walking pace.",
      comment: "Trim the first step.",
    }),
    shot("interview", 44.8, 76, "Mira, ranger station", {
      description: "Interview by the window, medium close-up.",
      logNote: "Keep music out of the way of the voice or leave it out.",
      transcript:
        "I came for one summer. That was nineteen years ago. You learn to hear when the forest " +
        "is well, and you learn to hear when it is not.",
    }),
    shot("fox", 76, 99.2, "Fox at the stream", {
      description: "A young fox plays at the stream, falls in, shakes itself, runs off.",
      logNote: "Funny! Playful and light, pizzicato or something like it.",
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
      sound("narrator", "dialogue", 6.4, 18.6, "Narrator 01"),
      sound("mira", "dialogue", 45.6, 75.2, "Mira lavalier"),
      sound("radio", "dialogue", 106.2, 114.8, "Radio call"),
    ],
    [
      sound("birds", "ambience", 0, 58, "Atmos, forest birds"),
      sound("rain", "ambience", 101, 129, "Rain on leaves"),
    ],
    [],
  ],
};

function shot(
  id: string,
  start: number,
  end: number,
  name: string,
  notes: Partial<VideoClip>,
): VideoClip {
  const none = { description: "", logNote: "", comment: "", markers: [], transcript: "" };
  return { ...none, ...notes, id, start, end, name };
}

function sound(
  id: string,
  kind: AudioClip["kind"],
  start: number,
  end: number,
  name: string,
): AudioClip {
  return { id, kind, start, end, name, cue: null };
}
