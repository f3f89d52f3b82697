/** Waveforms by track id, asked for once; a track without one is drawn as a flat line. */
export class PeakStore {
  private readonly peaks = new Map<string, Uint8Array>();
  private readonly asked = new Set<string>();

  constructor(
    private readonly read: (trackId: string) => Promise<Uint8Array>,
    private readonly changed: () => void,
  ) {}

  get(trackId: string): Uint8Array | null {
    return this.peaks.get(trackId) ?? null;
  }

  /** Resolves when all are there or have failed; never rejects. */
  async want(trackIds: readonly string[]): Promise<void> {
    const missing = trackIds.filter((id) => !this.asked.has(id));
    missing.forEach((id) => this.asked.add(id));
    await Promise.all(missing.map((id) => this.fetch(id)));
    if (missing.length > 0) this.changed();
  }

  private async fetch(id: string): Promise<void> {
    try {
      this.peaks.set(id, await this.read(id));
    } catch {
      // A waveform is a help, not a need: the row works without, and the next search asks again.
      this.asked.delete(id);
    }
  }
}
