import { bigDrums } from "../idioms/big-drums.ts";
import { bassPattern } from "../idioms/bass.ts";
import { drums, percussionLoop } from "../idioms/drums.ts";
import { comp } from "../idioms/harmony.ts";
import { drone } from "../idioms/colour.ts";
import { riser, swellInto } from "../idioms/risers.ts";
import type { Style } from "../lib/style.ts";

/** Three groups of drums in call and response in 12/8; hits, risers, sudden rests, no tune. */
export const trailerPercussion: Style = {
  name: "trailer percussion",
  family: "cinematic",
  genres: ["trailer", "cinematic"],
  metre: "12/8",
  tempo: [86, 108],
  looseness: 6,
  keys: ["C", "D", "E", "F", "B"],
  modes: [
    {
      mode: "minor",
      scale: "aeolian",
      a: ["I5 | % | % | %", "I5 | % | bVI5 | bVII5"],
      b: ["bVI5 | % | bVII5 | %", "IV5 | % | bVI5 | %"],
      final: "I5",
    },
    {
      mode: "phrygian",
      scale: "phrygian",
      a: ["I5 | % | % | bII5"],
      b: ["bII5 | % | I5 | %", "bVI5 | % | bII5 | %"],
      final: "I5",
      moods: ["menacing"],
    },
  ],
  form: "rise",
  ending: "hit",
  kit: ["power", "room"],
  room: 0.85,
  sound: "highpass=f=38,equalizer=f=75:t=q:w=1:g=-5,treble=g=6:f=1800",
  parts: [
    {
      role: "colour",
      play: bigDrums([
        [0, ["L...........|............", "L.....l.....|............"]],
        [0.36, ["L..l..L..l.l|............", "L.l..l......|L.l..lL.l..l"]],
        [
          0.6,
          [
            "L..l..M..l.l|L..l.lM..m.m",
            "L.lL.lM.....|L.lL.lM.mM.m",
            "L..L..Lll...|L..L..MmmHmm|L..L..Lll...|M..M..H.....",
          ],
        ],
        [
          0.85,
          [
            "LllLllMllLlm|LllLllMmmMmh",
            "L.lLllL.lMmm|L.lLllM.mHhh",
            "LllMllLllMll|LllMllHmhMmh|LllMllLllMll|L..L..HHH...",
          ],
        ],
      ]),
      on: ["taiko drums"],
      pan: -0.3,
    },
    {
      role: "colour",
      play: bigDrums(
        [
          [0, ["............|............|......m..m.m|M..........."]],
          [
            0.36,
            ["............|M..m..H..m.m", "............|............|MmmM..H..H..|............"],
          ],
          [
            0.6,
            ["..m..m..m..m|M..m..H..h.h", ".mm.mm.mm.mm|M.mM.mH.hH.h", "............|MmmMmmHhhHhh"],
          ],
          [0.85, ["hmmhmmhmmhmm|HmmHmmHhhHhh", "M.mH.hM.mH.h|HhhHhhHhhHhh"]],
        ],
        { breath: true },
      ),
      on: ["floor toms"],
      pan: 0.35,
      except: ["break"],
      level: 1.2,
    },
    {
      role: "drums",
      play: drums(
        [
          [0, { kick: "X.....o....." }],
          [0.6, { kick: "X.....X..x..", sidestick: "..o..o..o..o" }],
          [0.85, { kick: "X..x..X..x..", snare: "...X.....X..", rideBell: "x..x..x..x.." }],
        ],
        { fill: "roll", phrase: 8 },
      ),
      on: ["drums"],
      from: 0.36,
      except: ["break"],
    },
    {
      role: "drums",
      play: percussionLoop([[0, { woodblock: "x..o..x..o.." }]]),
      on: ["ticking clock"],
      only: ["break"],
      level: 0.7,
    },
    {
      role: "bass",
      play: bassPattern(
        [
          [0, "R-----------|............"],
          [0.6, "R-----R--R--|R-----------"],
        ],
        { legato: 0.9 },
      ),
      on: ["deep synth bass", "contrabass"],
      from: 0.35,
    },
    {
      role: "harmony",
      play: comp([[0, "X-----......|............|............|............"]], {
        voices: 2,
        low: 43,
        high: 60,
        legato: 1,
      }),
      on: ["trombone", "brass section", "synth brass"],
      from: 0.6,
      pan: 0.1,
      level: 0.9,
    },
    {
      role: "colour",
      play: drone({ low: 33, fifth: false }),
      on: ["dark pad", "eerie pad"],
      to: 0.5,
      level: 0.85,
    },
    {
      role: "colour",
      play: riser({ beats: 12 }),
      on: ["tremolo strings", "saw lead"],
      only: ["build", "break"],
      level: 0.75,
    },
    // The reversed cymbal takes a second and a half, about three and a half beats at these tempi.
    {
      role: "colour",
      play: swellInto({ beats: 3.5 }),
      on: ["reverse cymbal"],
      except: ["climax", "ending"],
    },
  ],
  moods: {
    always: ["powerful", "driving"],
    calm: ["suspenseful", "brooding"],
    strong: ["intense", "aggressive"],
  },
  uses: ["trailer", "battle", "action", "chase", "fight", "game", "sports", "reveal"],
  textures: ["rhythmic", "hybrid"],
  scenes: [
    "quick cuts before the title",
    "boots, shields and breath on a frozen field",
    "the last ten seconds of the clock",
  ],
  titles: [
    ["War", "Stone", "First", "Black", "Zero"],
    ["Ritual", "Impact", "Stampede", "Hammer", "Hour"],
  ],
};
