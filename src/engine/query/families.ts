/** What each concept takes in: who wants no strings, wants no cello. */
export const FAMILIES: ReadonlyMap<string, readonly string[]> = new Map([
  ["vocals", ["voice", "singer", "vocalist", "choir"]],
  ["choir", ["voices"]],
  ["drums", ["drum", "kit", "drumset", "beats"]],
  [
    "percussion",
    ["drum", "kit", "drumset", "congas", "bongos", "timbales", "shaker", "tambourine"],
  ],
  ["strings", ["violin", "viola", "cello", "string section", "string ensemble"]],
  ["brass", ["trumpet", "trombone", "tuba", "french horn", "horn", "brass section"]],
  ["woodwinds", ["flute", "clarinet", "oboe", "bassoon", "piccolo", "english horn"]],
  ["guitar", ["guitars"]],
  ["synth", ["synth lead", "synth keys", "analogue synths", "synth pads"]],
  ["saxophone", ["sax"]],
  ["electronic", ["electronica", "synths"]],
  ["sombre", ["somber"]],
  ["sad", ["sombre", "somber"]],
]);
