import { wordsOf } from "./plain.ts";

/**
 * What people write to each other about the work on a clip: it says nothing about the scene. A word
 * that also describes scenes is not among them.
 */
const WORK = new Set(
  `tbd tba todo fixme wip approved rejected revised resync lut proxy offline relink
   transcode conform prores vfx gfx lowerthird supers placeholder slug timecode
   export upload frameio invoice redo rerender`.split(/\s+/),
);
/** Sentences that ask for work on the clip. */
const REQUESTS = [
  /^(please )?(re-?)?(trim|cut out|fix|stabili[sz]e|denoise|crop|blur|mask|relink|sync|replace|remove|swap|check|ask|use|grade|mute|delete|export|render|colou?r[- ]?(correct|grade))\b/i,
  /\b(not (colou?r )?(graded|final|cleared)|(colou?r|grade|sound|audio|vfx) not (final|done|ready))\b/i,
  /\b(out of focus|soft focus|focus (is )?soft|shaky|overexposed|underexposed|boom in shot|mic in shot|clipping|low battery|bad audio|no audio|good take|best take|circled|ng take|no good|safety take|pick-?up)\b/i,
  /^(good|best|ng|ok|okay|alt|use|keep|select|selects?|maybe|x+|yes|no|done|approved|take \d+)$/i,
];

/** Whether a sentence is about the work on a clip, and not about what it shows. */
export function isWorkingTalk(sentence: string): boolean {
  if (REQUESTS.some((request) => request.test(sentence.trim()))) return true;
  const words = wordsOf(sentence);
  const work = words.filter((word) => WORK.has(word)).length;
  return work > 0 && work * 4 >= words.length;
}

/** What applications and keyboards call markers that nobody has named. */
const UNNAMED =
  /^(marker|mark|chapter|beat|bar|downbeat|cue|sync|slate|clap|in|out|start|end|begin|hit|cut|note|m|c|flash frame|2[- ]?pop)?[\s#_.-]*\d*$/i;

/** Whether the name of a marker says something. */
export const isTellingMarker = (name: string): boolean =>
  /\p{L}{2}|\p{Lo}/u.test(name) && !UNNAMED.test(name.trim());
