/** Does something to the project and returns what takes it back. */
export type Effect = () => () => void;

/** What a `create…Action` call answers: good for one use, within the lock it was made in. */
export class FakeAction {
  used = false;
  constructor(
    readonly lock: object,
    readonly effect: Effect,
  ) {}
}

/** What becomes of a transaction; undefined: what should. */
type Fate = "refused" | "ignored" | "throws" | undefined;

/** Locks, transactions and the undo history of one project, with the host's rules enforced. */
export class Ledger {
  /** Labels of what Undo would take back, oldest first. */
  readonly labels: string[] = [];
  private readonly history: (() => void)[][] = [];
  private held: object | null = null;
  private isInTransaction = false;

  constructor(private readonly fateOf: (label: string) => Fate = () => undefined) {}

  /** @throws Error when no lock is held, as Premiere 26.3 does */
  action(effect: Effect): FakeAction {
    if (this.held === null) throw new Error("Actions must be created inside lockedAccess.");
    return new FakeAction(this.held, effect);
  }

  /** @throws Error when no lock is held: some reads, such as those of effects, need one too */
  needLock(): void {
    if (this.held === null) throw new Error("This must be called inside lockedAccess.");
  }

  lockedAccess(callback: () => unknown): void {
    const outer = this.held;
    this.held = outer ?? {};
    try {
      refusePromise(callback());
    } finally {
      this.held = outer;
    }
  }

  executeTransaction(callback: (compound: FakeCompoundAction) => unknown, label: string): boolean {
    if (this.isInTransaction) throw new Error("A transaction is already open.");
    this.isInTransaction = true;
    const compound = new FakeCompoundAction(() => this.held);
    try {
      refusePromise(callback(compound));
    } finally {
      this.isInTransaction = false;
      compound.isOpen = false;
    }
    const fate = this.fateOf(label);
    if (fate === "throws") throw new Error("Transaction failed.");
    if (fate !== undefined) return fate === "ignored";
    // Only now: no action sees what another one of the same transaction does.
    const undo = compound.actions.map((action) => action.effect());
    if (undo.length === 0) return false;
    this.history.push(undo.reverse());
    this.labels.push(label);
    return true;
  }

  /** Takes back the latest transaction. */
  undo(): void {
    this.labels.pop();
    this.history.pop()?.forEach((takeBack) => takeBack());
  }
}

export class FakeCompoundAction {
  readonly actions: FakeAction[] = [];
  isOpen = true;

  constructor(private readonly lock: () => object | null) {}

  get empty(): boolean {
    return this.actions.length === 0;
  }

  addAction(...given: unknown[]): boolean {
    const action = given[0];
    if (given.length < 1) throw new Error("Not Enough Parameters");
    if (!(action instanceof FakeAction)) throw new Error("Invalid parameter.");
    if (!this.isOpen) throw new Error("This transaction is over.");
    if (action.lock !== this.lock()) throw new Error("This action was made under another lock.");
    if (action.used) throw new Error("This action has been used before.");
    action.used = true;
    this.actions.push(action);
    return true;
  }
}

function refusePromise(answer: unknown): void {
  if (answer instanceof Promise) throw new Error("The callback must be synchronous.");
}
