/** A General MIDI sound, and how to write for it. Pitches are MIDI numbers. */
export interface Instrument {
  name: string;
  /** Zero-based General MIDI program; on the drum channel, the kit. */
  program: number;
  /** General Standard bank (controller 0). */
  bank: number;
  drum: boolean;
  /** Its range, and the range in which it sounds best. */
  range: readonly [number, number];
  sweet: readonly [number, number];
  /** Channel volume, 0..127: balances the sound fonts' own levels. */
  volume: number;
  /** Whether a held note keeps its strength (bowed, blown) or dies away (plucked, struck). */
  sustains: boolean;
}

type Row = [
  program: number,
  low: number,
  high: number,
  sweetLow: number,
  sweetHigh: number,
  volume: number,
  sustains?: boolean,
  bank?: number,
];

const hold = true;

const rows: Record<string, Row> = {
  piano: [0, 28, 100, 60, 84, 104],
  "honky-tonk piano": [3, 30, 96, 60, 84, 92],
  "electric piano": [4, 36, 92, 56, 80, 98],
  harpsichord: [6, 36, 88, 58, 80, 84],
  clavinet: [7, 36, 84, 52, 72, 84],
  celesta: [8, 60, 104, 72, 96, 96],
  glockenspiel: [9, 72, 105, 79, 98, 72],
  "music box": [10, 60, 100, 72, 93, 96],
  vibraphone: [11, 53, 89, 60, 84, 104],
  marimba: [12, 45, 93, 55, 84, 104],
  xylophone: [13, 65, 105, 72, 96, 80],
  "tubular bells": [14, 60, 77, 60, 77, 80],
  "hammered dulcimer": [15, 48, 86, 58, 80, 92],
  organ: [16, 36, 96, 55, 79, 84, hold],
  "rock organ": [18, 36, 96, 55, 79, 82, hold],
  "church organ": [19, 36, 96, 48, 79, 76, hold],
  accordion: [21, 53, 88, 58, 82, 84, hold],
  harmonica: [22, 60, 88, 62, 84, 84, hold],
  "nylon guitar": [24, 40, 83, 52, 76, 112],
  ukulele: [24, 60, 84, 60, 80, 108, false, 8],
  "acoustic guitar": [25, 40, 83, 52, 74, 106],
  "12-string guitar": [25, 40, 83, 52, 74, 92, false, 8],
  mandolin: [25, 55, 88, 62, 83, 96, false, 16],
  "jazz guitar": [26, 40, 84, 52, 76, 112],
  "electric guitar": [27, 40, 86, 52, 76, 102],
  "muted guitar": [28, 40, 80, 48, 70, 102],
  "funk guitar": [28, 40, 80, 55, 74, 96, false, 8],
  "overdriven guitar": [29, 40, 86, 50, 79, 92, hold],
  "distorted guitar": [30, 40, 86, 45, 79, 92, hold],
  "double bass": [32, 28, 60, 31, 50, 92],
  "electric bass": [33, 28, 60, 31, 50, 88],
  "picked bass": [34, 28, 60, 31, 50, 86],
  "fretless bass": [35, 28, 62, 31, 55, 88],
  "slap bass": [36, 28, 60, 31, 52, 86],
  "synth bass": [38, 24, 60, 29, 48, 82, hold],
  "deep synth bass": [39, 24, 60, 28, 48, 84, hold],
  violin: [40, 55, 98, 62, 86, 92, hold],
  viola: [41, 48, 86, 53, 74, 92, hold],
  cello: [42, 36, 76, 43, 67, 100, hold],
  contrabass: [43, 28, 60, 31, 50, 98, hold],
  "tremolo strings": [44, 36, 92, 48, 79, 92, hold],
  "pizzicato strings": [45, 36, 92, 48, 84, 108],
  harp: [46, 31, 100, 52, 88, 100],
  timpani: [47, 36, 57, 38, 53, 100],
  strings: [48, 36, 96, 50, 84, 92, hold],
  "soft strings": [49, 36, 96, 48, 80, 96, hold],
  "synth strings": [50, 36, 96, 50, 79, 94, hold],
  choir: [52, 43, 84, 50, 76, 96, hold],
  "vocal pad": [53, 43, 84, 50, 76, 92, hold],
  trumpet: [56, 54, 84, 60, 79, 88, hold],
  trombone: [57, 40, 72, 46, 67, 92, hold],
  tuba: [58, 28, 58, 31, 50, 94, hold],
  "muted trumpet": [59, 54, 84, 60, 79, 92, hold],
  "french horn": [60, 41, 77, 48, 70, 96, hold],
  "brass section": [61, 43, 84, 50, 76, 90, hold],
  "synth brass": [62, 43, 88, 52, 76, 88, hold],
  "soprano saxophone": [64, 56, 87, 62, 82, 88, hold],
  "alto saxophone": [65, 49, 80, 56, 77, 92, hold],
  "tenor saxophone": [66, 44, 76, 50, 72, 96, hold],
  oboe: [68, 58, 91, 62, 84, 84, hold],
  "english horn": [69, 52, 81, 56, 76, 88, hold],
  bassoon: [70, 34, 74, 38, 62, 96, hold],
  clarinet: [71, 50, 91, 55, 82, 92, hold],
  piccolo: [72, 74, 102, 76, 96, 76, hold],
  flute: [73, 60, 96, 64, 88, 98, hold],
  recorder: [74, 65, 93, 67, 88, 84, hold],
  "pan flute": [75, 60, 91, 62, 84, 92, hold],
  shakuhachi: [77, 55, 86, 60, 79, 92, hold],
  "tin whistle": [78, 72, 96, 74, 93, 72, hold],
  ocarina: [79, 60, 88, 64, 84, 84, hold],
  "square lead": [80, 36, 100, 57, 88, 76, hold],
  "saw lead": [81, 36, 96, 55, 84, 78, hold, 20],
  "synth lead": [81, 40, 96, 57, 84, 80, hold],
  "bell pad": [88, 40, 96, 55, 84, 84, hold],
  "warm pad": [89, 36, 92, 48, 74, 98, hold],
  synth: [90, 36, 92, 52, 76, 84, hold],
  "choir pad": [91, 40, 88, 50, 76, 88, hold],
  "bowed pad": [92, 40, 88, 50, 76, 84, hold],
  "dark pad": [95, 33, 84, 42, 69, 88, hold],
  atmosphere: [99, 36, 90, 50, 79, 84],
  "eerie pad": [101, 33, 84, 45, 72, 80, hold],
  sitar: [104, 45, 81, 50, 74, 96],
  banjo: [105, 47, 86, 55, 79, 110],
  shamisen: [106, 50, 79, 55, 74, 96],
  koto: [107, 48, 88, 55, 81, 104],
  kalimba: [108, 53, 89, 60, 84, 108],
  bagpipes: [109, 58, 79, 60, 77, 72, hold],
  fiddle: [110, 55, 96, 60, 84, 96, hold],
  shehnai: [111, 55, 84, 58, 79, 80, hold],
  "wind chimes": [112, 60, 100, 72, 93, 70],
  "steel drums": [114, 55, 88, 60, 82, 92],
  "taiko drums": [116, 36, 62, 38, 55, 104],
  "floor toms": [117, 36, 66, 41, 60, 104],
  "reverse cymbal": [119, 48, 72, 55, 65, 88, hold],
  "ocean waves": [122, 48, 72, 55, 65, 58, hold],
  birdsong: [123, 60, 96, 70, 88, 42, hold],
  harmonium: [20, 41, 84, 48, 72, 80, hold],
  "church bell": [14, 48, 72, 50, 67, 84, false, 8],
  "hand drums": [117, 36, 67, 43, 55, 104],
  "808 bass": [80, 24, 60, 29, 43, 82, hold, 8],
};

/** Drum kits by the names players use, General Standard program numbers. */
const kits = {
  standard: 0,
  room: 8,
  power: 16,
  electronic: 24,
  "drum machine": 25,
  jazz: 32,
  brush: 40,
  orchestral: 48,
} as const;

export type KitName = keyof typeof kits;

/** Looks an instrument up. Throws a RangeError if it is not in the table. */
export function instrumentNamed(name: string): Instrument {
  const row = rows[name];
  if (row === undefined) throw new RangeError(`No instrument is called "${name}"`);
  const [program, low, high, sweetLow, sweetHigh, volume, sustains = false, bank = 0] = row;
  return {
    name,
    program,
    bank,
    drum: false,
    range: [low, high],
    sweet: [sweetLow, sweetHigh],
    volume,
    sustains,
  };
}

/** The drum channel with one kit, under its part's name ("drums", "congas"). */
export function drumKit(name: string, kit: KitName): Instrument {
  return {
    name,
    program: kits[kit],
    bank: 0,
    drum: true,
    range: [27, 87],
    sweet: [35, 81],
    volume: 94,
    sustains: false,
  };
}
