import type { Check } from "../../contract/host-check.ts";
import type { EditorLink } from "../editor/editor-link.ts";
import { TEXT } from "../words/messages.ts";
import { bridgeProbes } from "./bridge-probes.ts";
import { PAGE_PROBES } from "./page-probes.ts";
import { fails, runProbe, works, type Probe } from "./probe.ts";

export interface HostCheckState {
  /** `asking` whether a scratch sequence may be made. */
  readonly phase: "asking" | "running" | "done";
  readonly checks: readonly Check[];
  readonly scratch: boolean;
}

/** Milliseconds for all that the host looks at: it may make a sequence and render frames of it. */
const HOST_LIMIT = 120_000;

const UNASKED: HostCheckState = { phase: "asking", checks: [], scratch: false };

/** What can only be known in the application itself, looked at one after the other. */
export class HostCheck {
  private current = UNASKED;

  constructor(
    private readonly link: EditorLink,
    private readonly changed: () => void,
    private readonly pageProbes: readonly Probe[] = PAGE_PROBES,
  ) {}

  get state(): HostCheckState {
    return this.current;
  }

  /** Asks again, unless it is running. */
  reset(): void {
    if (this.state.phase !== "running") this.enter(UNASKED);
  }

  /** Never rejects. @param scratch whether a sequence may be made and removed again */
  async run(scratch: boolean): Promise<void> {
    if (this.state.phase === "running") return;
    this.enter({ phase: "running", checks: [], scratch });
    for (const probe of this.pageProbes) this.add(await runProbe(probe));
    const { state } = this.link;
    if (state.name === "connected") {
      for (const probe of bridgeProbes(state.host, state.ms)) this.add(await runProbe(probe));
      await this.askHost(scratch);
    } else {
      this.add({ id: "bridge", name: "Bridge", ...fails(TEXT.noEditor) });
    }
    this.enter({ ...this.state, phase: "done" });
  }

  private async askHost(scratch: boolean): Promise<void> {
    let received: readonly Check[] = [];
    const asked = await runProbe(
      {
        id: "host",
        name: "The editor's own checks",
        look: async () => {
          received = (await this.link.host?.check({ scratch })) ?? [];
          return works(`${received.length} received.`);
        },
      },
      HOST_LIMIT,
    );
    this.add(asked, ...received);
  }

  private add(...checks: readonly Check[]): void {
    this.enter({ ...this.state, checks: [...this.state.checks, ...checks] });
  }

  private enter(state: HostCheckState): void {
    this.current = state;
    this.changed();
  }
}
