import type { LoadProgress, LoadStage } from "../contract/engine.ts";

/** Each stage's share of a cold start, roughly as measured; together 1. */
const SHARES = { runtime: 0.35, pack: 0.1, "text-tower": 0.35, index: 0.2 } as const;
type WorkStage = keyof typeof SHARES;
const STAGES = Object.keys(SHARES) as WorkStage[];

/**
 * Turns stages that finish in any order into progress that never falls. It names the first stage
 * that is not done yet.
 */
export class ProgressReport {
  private readonly listeners = new Set<(progress: LoadProgress) => void>();
  private readonly finished = new Set<LoadStage>();

  /** Calls `listener` at once, and whenever a stage is done. */
  listen(listener: (progress: LoadProgress) => void): void {
    this.listeners.add(listener);
    listener(this.state());
  }

  /** Resolves as `work` does, and counts `stage` as done then. */
  async follow<T>(stage: WorkStage, work: Promise<T>): Promise<T> {
    const result = await work;
    this.finished.add(stage);
    const state = this.state();
    this.listeners.forEach((listener) => listener(state));
    return result;
  }

  private state(): LoadProgress {
    const open = STAGES.filter((stage) => !this.finished.has(stage));
    const left = open.reduce((sum, stage) => sum + SHARES[stage], 0);
    const [stage] = open;
    return stage === undefined ? { stage: "ready", done: 1 } : { stage, done: 1 - left };
  }
}
