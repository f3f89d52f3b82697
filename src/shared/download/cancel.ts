/** A wish to end something, which it notices at once. UXP's `fetch` is not known to take signals. */
export class Cancel {
  private askedFor = false;
  private fulfil: () => void = () => undefined;
  /** Resolves when the wish is made. */
  readonly asked = new Promise<void>((resolve) => {
    this.fulfil = resolve;
  });

  get isAsked(): boolean {
    return this.askedFor;
  }

  ask(): void {
    this.askedFor = true;
    this.fulfil();
  }
}
