import type { AudioTower } from "../../engine/encode/audio-tower.ts";
import { embedAndHear, type DecodedAudio } from "../../engine/encode/track.ts";
import type { EmbeddedFile } from "../../engine/library/embed-all.ts";
import { readTagsOf, withAudioFile } from "../audio/open-audio.ts";

/**
 * Decodes, embeds and hears one file.
 * @param alive called whenever the work makes progress
 * @throws AudioError see `withAudioFile` and `embedAndHear`.
 */
export async function embedFile(
  tower: AudioTower,
  path: string,
  alive: () => void,
): Promise<EmbeddedFile> {
  const track = await withAudioFile(path, (audio) => embedAndHear(tower, watched(audio, alive)));
  return { ...track, tags: await readTagsOf(path) };
}

function watched(audio: DecodedAudio, alive: () => void): DecodedAudio {
  async function* chunks(): AsyncGenerator<readonly Float32Array[]> {
    for await (const chunk of audio.chunks) {
      alive();
      yield chunk;
    }
  }
  return { sampleRate: audio.sampleRate, chunks: chunks() };
}
