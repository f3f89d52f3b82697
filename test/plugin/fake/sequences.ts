import type { ClipProjectItem, ProjectItem, Sequence } from "@adobe/premierepro";
import { childrenOf, FakeClipProjectItem, FakeProjectItem, sourceOf } from "./items.ts";
import { handle, need, official } from "./parameters.ts";
import { FakeSequence } from "./sequence.ts";
import { makeSequence, type FakeState, type SequenceNode } from "./state.ts";

/** What a project does with whole sequences. None of it can be undone by a script. */
export class FakeSequences {
  constructor(private readonly state: FakeState) {}

  getAll(): Sequence[] {
    return this.state.sequences.map((node) => this.handle(node));
  }

  /** Lays the clips one after the other, opens the sequence, and lists it in the bin. */
  createFromMedia(...given: [string, ClipProjectItem[]?, ProjectItem?]): Sequence {
    need(given, 1);
    const [name, clips = []] = given;
    const { state } = this;
    const node = makeSequence({ id: `${name} ${state.sequences.length}`, name });
    let start = 0;
    for (const clip of clips) {
      const { node: item } = handle(FakeClipProjectItem, clip);
      const source = sourceOf(item);
      const end = start + source.end - source.start;
      const placed = { item, name: item.name, start, end, sourceStart: source.start };
      node.audio[0]?.push({ ...placed, selected: false });
      start = end;
    }
    const bin = given[2] ? handle(FakeProjectItem, given[2]).node : state.root;
    childrenOf(bin).push(state.makeItem(name, { sequence: node }));
    state.sequences.push(node);
    state.sequence = node;
    return this.handle(node);
  }

  open(...given: [Sequence]): boolean {
    need(given, 1);
    const { node } = handle(FakeSequence, given[0]);
    if (!this.state.sequences.includes(node)) return false;
    this.state.sequence = node;
    return true;
  }

  delete(...given: [Sequence]): boolean {
    need(given, 1);
    const { state } = this;
    const { node } = handle(FakeSequence, given[0]);
    if (state.faults.keepSequences || !state.sequences.includes(node)) return false;
    state.sequences.splice(state.sequences.indexOf(node), 1);
    if (state.sequence === node) state.sequence = null;
    const bins = [state.root, ...childrenOf(state.root)].map(({ children }) => children ?? []);
    for (const children of bins)
      for (const item of children.filter(({ sequence }) => sequence === node))
        children.splice(children.indexOf(item), 1);
    return true;
  }

  private handle(node: SequenceNode): Sequence {
    return official<Sequence>(new FakeSequence(this.state, node));
  }
}
