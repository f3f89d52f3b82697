import type { AudioTower } from "../../engine/encode/audio-tower.ts";
import { embedAndHear, embedTrack, type DecodedAudio } from "../../engine/encode/track.ts";
import type { BeatNet } from "../../engine/hear/beat-net.ts";
import type { EmbeddedFile } from "../../engine/library/embed-all.ts";
import { readTagsOf, withAudioFile } from "../audio/open-audio.ts";

/**
 * Decodes and embeds one file.
 * @param alive called whenever the work makes progress
 * @param net listens to the file; null if nothing is to be heard
 * @throws AudioError see `withAudioFile` and `embedAndHear`.
 */
export async function embedFile(
  tower: AudioTower,
  path: string,
  alive: () => void,
  net: BeatNet | null,
): Promise<EmbeddedFile> {
  const track = await withAudioFile(path, (decoded) => {
    const audio = watched(decoded, alive);
    return net === null ? embedTrack(tower, audio) : embedAndHear(tower, audio, net);
  });
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
