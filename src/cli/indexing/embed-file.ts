import type { AudioTower } from "../../engine/encode/audio-tower.ts";
import { embedAndHear, type DecodedAudio } from "../../engine/encode/track.ts";
import type { BeatNet } from "../../engine/hear/beat-net.ts";
import type { EmbeddedFile } from "../../engine/library/embed-all.ts";
import { readTagsOf, withAudioFile } from "../audio/open-audio.ts";

/**
 * Decodes, embeds and hears one file.
 * @param alive called whenever the work makes progress
 * @param net see `embedAndHear`
 * @throws AudioError see `withAudioFile` and `embedAndHear`.
 */
export async function embedFile(
  tower: AudioTower,
  path: string,
  alive: () => void,
  net: BeatNet | null = null,
): Promise<EmbeddedFile> {
  const track = await withAudioFile(path, (audio) =>
    embedAndHear(tower, watched(audio, alive), net),
  );
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
