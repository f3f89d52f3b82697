import type { Media, TickTime } from "@adobe/premierepro";
import { official } from "./parameters.ts";
import type { FakeState, ItemNode } from "./state.ts";
import { tickTime } from "./times.ts";

/** Adobe, Media reference: `start` and `duration` are of type `Promise<TickTime>`. */
class FakeMedia {
  constructor(private readonly node: ItemNode) {}

  get start(): Promise<TickTime> {
    return Promise.resolve(tickTime(this.node.mediaStart));
  }

  get duration(): Promise<TickTime> {
    return Promise.resolve(tickTime(this.node.duration));
  }
}

/** As the types have it. */
class FakeMediaOfValues implements Pick<Media, "start" | "duration"> {
  constructor(private readonly node: ItemNode) {}

  get start(): TickTime {
    return tickTime(this.node.mediaStart);
  }

  get duration(): TickTime {
    return tickTime(this.node.duration);
  }
}

/** From 26.5 on, and answered at once (Adobe's samples, pull request 80). */
class FakeMediaOfGetters {
  constructor(private readonly node: ItemNode) {}

  getStart(): TickTime {
    return tickTime(this.node.mediaStart);
  }

  getDuration(): TickTime {
    return tickTime(this.node.duration);
  }
}

export function media(state: FakeState, node: ItemNode): Media {
  const kinds = { promise: FakeMedia, value: FakeMediaOfValues, getters: FakeMediaOfGetters };
  return official<Media>(new kinds[state.build.media](node));
}
