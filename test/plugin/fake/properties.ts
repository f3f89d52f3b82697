import type { Action, Constants, Properties, PropertiesStatic } from "@adobe/premierepro";
import { PROPERTY_TYPE } from "./constants.ts";
import { action, FakeClipProjectItem } from "./items.ts";
import { handle, need, official } from "./parameters.ts";
import { FakeProject } from "./project.ts";
import { FakeSequence } from "./sequence.ts";
import type { FakeState, PropertyNode } from "./state.ts";

type UsedOfProperties = "createClearValueAction" | "createSetValueAction" | "getValue" | "hasValue";

class FakeProperties implements Pick<Properties, UsedOfProperties> {
  constructor(
    readonly state: FakeState,
    private readonly values: Map<string, PropertyNode>,
  ) {}

  hasValue(...given: [string]): boolean {
    need(given, 1);
    return this.values.has(given[0]);
  }

  getValue(...given: [string]): string {
    need(given, 1);
    const value = this.values.get(given[0]);
    if (value === undefined) throw new Error("Invalid parameter.");
    return String(value);
  }

  createSetValueAction(...given: [string, PropertyNode, Constants.PropertyType]): Action {
    need(given, 3);
    const types: readonly unknown[] = Object.values(PROPERTY_TYPE);
    if (!types.includes(given[2])) throw new Error("Invalid parameter.");
    return this.change(given[0], given[1]);
  }

  createClearValueAction(...given: [string]): Action {
    need(given, 1);
    return this.change(given[0], undefined);
  }

  private change(name: string, value: PropertyNode | undefined): Action {
    return action(this.state, () => {
      const before = this.values.get(name);
      this.put(name, value);
      return () => this.put(name, before);
    });
  }

  private put(name: string, value: PropertyNode | undefined): void {
    if (value === undefined) this.values.delete(name);
    else this.values.set(name, value);
  }
}

/** `Properties`, the class: what it keeps of a project, of a sequence and, on 26.3, of a clip. */
export const properties: Pick<PropertiesStatic, "getProperties"> = {
  // eslint-disable-next-line @typescript-eslint/require-await -- The host answers a promise.
  getProperties: async (...given) => {
    need(given, 1);
    const owner: unknown = given[0];
    if (owner instanceof FakeProject)
      return official<Properties>(new FakeProperties(owner.state, owner.state.properties));
    if (owner instanceof FakeClipProjectItem && owner.state.build.clipProperties)
      return official<Properties>(new FakeProperties(owner.state, owner.node.properties));
    const { state, node } = handle(FakeSequence, owner);
    return official<Properties>(new FakeProperties(state, node.properties));
  },
};
