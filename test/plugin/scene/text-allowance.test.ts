import { describe, expect, it } from "vitest";
import { cutText, TextAllowance } from "../../../plugin/scene/text-allowance.ts";

describe("a cut text", () => {
  it("keeps lines and letters of every script", () => {
    expect(cutText("Füchsin\n狐 🦊", 100)).toBe("Füchsin\n狐 🦊");
  });

  it("ends before half a letter", () => {
    expect(cutText("ab🦊", 3)).toBe("ab");
  });

  it("holds nothing that JSON would blow up", () => {
    const text = cutText("a\u0000b\ud800c\u0085d", 100);
    expect(text).toBe("a b c d");
    expect(JSON.stringify(text)).toHaveLength(text.length + 2);
  });
});

describe("an allowance", () => {
  it("gives what is left, and then nothing", () => {
    const room = new TextAllowance(10);
    expect(room.take("123456789", 6)).toBe("123456");
    room.spend(1);
    expect(room.take("abcdef", 6)).toBe("abc");
    expect(room.take("more", 6)).toBe("");
    room.spend(5);
    expect(room.take("more", 6)).toBe("");
  });
});
