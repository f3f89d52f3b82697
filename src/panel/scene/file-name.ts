/** A slate's words mean nothing with their number, and something without: "day 2", "day at sea". */
const NUMBERED =
  /\b(take|tk|scene|sc|shot|cam|camera|roll|reel|day|clip|part|sequence|seq|card|ep|episode|v|ver|version|rev|copy) ?\d+[a-z]?\b/gi;

/** What cameras, recorders and transcoders put into names. */
const CAMERA_WORD =
  /^(dsc[fn]?|p?img|mvi|mov|vid|video|dji|gopr|gp?h|gx|gl|pxl|clip|take|cam|proxy|proxies|uhd|hd|sdr|hdr|log|raw|rec|h26[45]|hevc|prores|dnxh[dr]|fps|untitled|screen ?recording|whatsapp|signal|image|photo|footage|file|audio|track|zoom)$/i;
/** How far a file is, which says nothing about what it shows. */
const STATE_WORD =
  /^(final|finals|finalfinal|draft|edit|edited|cut|export|exported|render|rendered|master|copy|kopie|temp|tmp|test|low|lowres|hires|sync|synced|graded|ungraded|alt|select|selects|stabili[sz]ed|dup|duplicate|v|ver|version)$/i;
const NUMBER_SAID = /^(\d+(s|st|nd|rd|th)|(1[5-9]|20)\d\d)$/i; // "1950s", "2nd", "1969"

/** What slug lines and shot lists shorten. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ["int", "interior"],
  ["ext", "exterior"],
  ["cu", "close-up"],
  ["ecu", "close-up"],
  ["ws", "wide shot"],
  ["bw", "black and white"],
  ["timelapse", "time-lapse"],
  ["slomo", "slow motion"],
  ["bts", "behind the scenes"],
  ["intvw", "interview"],
  ["itw", "interview"],
  ["vo", "voice-over"],
]);

const isCode = (word: string): boolean =>
  CAMERA_WORD.test(word) ||
  STATE_WORD.test(word) ||
  (/\d/.test(word) && !NUMBER_SAID.test(word)) ||
  /^(?![aio]$)[a-z]$/i.test(word) || // "DJI_0101_D"
  /^[bcdfghjklmnpqrstvwxz]{4,}$/i.test(word); // no vowel: a code

/**
 * The words in a clip's name: `A001_C002_harbour-at-dawn_tk3.mov` becomes "harbour at dawn",
 * `int_kitchen_night_v2` "interior kitchen night". Empty where a camera made the name.
 */
export function wordsOfFileName(name: string): string {
  const bare = name
    .slice(0, 300)
    .replace(/\.[a-z][a-z\d]{1,4}$/i, "")
    .replace(/(?:19|20)\d\d[-_. ]?[01]\d[-_. ]?[0-3]\d(?!\d)/g, " ") // a date
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Ll}{3,})(\d{1,3})(?![\p{L}\p{N}])/gu, "$1 $2")
    .replace(/[\s_\-–—.,;:()[\]{}#+&=@~"“”<>|/\\]+/g, " ")
    .replace(NUMBERED, " ");
  const words = bare
    .split(" ")
    .filter((word) => word !== "" && !isCode(word))
    .map((word) => SHORT.get(word.toLowerCase()) ?? word);
  return /\p{L}{2}|\p{Lo}/u.test(words.join(" ")) ? words.join(" ") : "";
}
