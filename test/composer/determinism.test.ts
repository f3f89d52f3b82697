import { describe, expect, it } from "vitest";
import { compose } from "../../composer/lib/compose.ts";
import { encodeMidi } from "../../composer/lib/midi.ts";
import { createRng } from "../../composer/lib/rng.ts";
import { styles } from "../../composer/styles/index.ts";

describe("a seed", () => {
  it.each(styles.map((style) => [style.name, style] as const))(
    "gives the same bytes twice and other music than its neighbour: %s",
    (_, style) => {
      const once = encodeMidi(compose(style, 41, 30).score);
      const again = encodeMidi(compose(style, 41, 30).score);
      const neighbour = encodeMidi(compose(style, 42, 30).score);
      expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
      expect(Buffer.from(once).equals(Buffer.from(neighbour))).toBe(false);
    },
  );
});

describe("random numbers", () => {
  it("are the same for the same name and unaffected by forks", () => {
    const plain = createRng("x");
    const forked = createRng("x");
    forked.fork("y").next();
    expect([plain.next(), plain.next()]).toEqual([forked.next(), forked.next()]);
  });

  it("are evenly distributed over whole numbers", () => {
    const rng = createRng("dice");
    const counts = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 6000; i += 1) {
      const face = rng.int(0, 5);
      counts[face] = (counts[face] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it("cannot be picked from an empty list", () => {
    expect(() => createRng("x").pick([])).toThrow(RangeError);
  });
});
