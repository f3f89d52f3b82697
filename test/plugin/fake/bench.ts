import type { Action, ClipProjectItem, Project, ProjectItem, Sequence } from "@adobe/premierepro";
import type { Premiere } from "../../../plugin/premiere.ts";
import type { Build } from "./build.ts";
import { FakeDisk } from "./disk.ts";
import { FakeEventManager, fakePremiere } from "./premiere.ts";
import { projectItem } from "./project.ts";
import {
  FakeState,
  makeSequence,
  type ClipNode,
  type ItemNode,
  type SequenceNode,
} from "./state.ts";
import { TICKS_PER_SECOND } from "./times.ts";

/** An imagined Premiere by itself, for the tests of the imitation. */
export interface Bench {
  readonly disk: FakeDisk;
  readonly state: FakeState;
  readonly premiere: Premiere;
  readonly project: Project;
  readonly sequence: Sequence;
  /** What the sequence holds. */
  readonly timeline: SequenceNode;
  /** An item of ten seconds in the project, in its three forms. */
  addItem(fields?: Partial<ItemNode>): { node: ItemNode; item: ProjectItem; clip: ClipProjectItem };
  /** Puts a clip of the editor's on a track. Seconds. */
  addClip(track: ClipNode[] | undefined, start: number, end: number): ClipNode;
  /** Where the clips of each audio track are, in seconds. */
  audio(): [start: number, end: number, sourceStart: number][][];
  /** One transaction of these actions; answers what the host answered. */
  transact(label: string, ...make: (() => Action)[]): boolean;
}

export async function openBench(
  build: Partial<Build> = {},
  fields: Partial<SequenceNode> = {},
): Promise<Bench> {
  const disk = new FakeDisk();
  const timeline = makeSequence(fields);
  const state = new FakeState(disk, timeline, build);
  const premiere = fakePremiere(state, new FakeEventManager());
  const project = await premiere.Project.getActiveProject();
  const sequence = await project.getActiveSequence();
  return {
    disk,
    state,
    premiere,
    project,
    sequence,
    timeline,
    addItem: (changes = {}) => {
      const node = state.makeItem("Music", { duration: ticks(10), path: "/music.wav", ...changes });
      state.root.children?.push(node);
      const item = projectItem(state, node);
      return { node, item, clip: premiere.ClipProjectItem.cast(item) };
    },
    addClip: (track, start, end) => {
      const clip: ClipNode = {
        item: null,
        name: "Tone",
        start: ticks(start),
        end: ticks(end),
        sourceStart: 0,
        selected: false,
      };
      track?.push(clip);
      return clip;
    },
    audio: () =>
      timeline.audio.map((track) =>
        track.map(({ start, end, sourceStart }) => [
          start / TICKS_PER_SECOND,
          end / TICKS_PER_SECOND,
          sourceStart / TICKS_PER_SECOND,
        ]),
      ),
    transact: (label, ...make) => {
      let answer = false;
      project.lockedAccess(() => {
        answer = project.executeTransaction((compound) => {
          for (const action of make) compound.addAction(action());
        }, label);
      });
      return answer;
    },
  };
}

export function ticks(seconds: number): number {
  return Math.round(seconds * TICKS_PER_SECOND);
}
