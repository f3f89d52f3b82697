/** The items of an iterator, read as far as they are asked for, and then kept. */
export class Taken<T> {
  private readonly taken: T[] = [];

  constructor(private readonly items: Iterator<T, void>) {}

  /** Items from place `from` on, `count` of them, or fewer where they end. */
  slice(from: number, count: number): T[] {
    while (this.taken.length < from + count) {
      const next = this.items.next();
      if (next.done === true) break;
      this.taken.push(next.value);
    }
    return this.taken.slice(from, from + count);
  }
}
