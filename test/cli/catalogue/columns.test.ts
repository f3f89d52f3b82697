import { describe, expect, it } from "vitest";
import { COLUMN_NAMES, columnMap, readColumnChoices } from "../../../src/cli/catalogue/columns.ts";
import { UsageError } from "../../../src/contract/errors.ts";

describe("columnMap", () => {
  it("finds a field by any of its names, regardless of case and punctuation", () => {
    const columns = columnMap([]);
    for (const [field, names] of Object.entries(COLUMN_NAMES)) {
      for (const name of names) expect(columns(name)?.field, name).toBe(field);
    }
    expect(columns(" Track_Title ")?.field).toBe("title");
    expect(columns("KEY-WORDS")?.field).toBe("uses");
    expect(columns("Duration (s)")?.field).toBe("seconds");
  });

  it.each(["Description", "Duration (ms)", "", "constructor", "__proto__"])(
    "ignores %j",
    (name) => {
      expect(columnMap([])(name)).toBeNull();
    },
  );

  it("gives no name to two fields", () => {
    const names = Object.values(COLUMN_NAMES).flat();
    expect(new Set(names).size).toBe(names.length);
  });

  it("takes the chosen columns for a field and no others", () => {
    const columns = columnMap(readColumnChoices("title=Name of it, moods=Feel,moods=Energy"));
    expect(columns("name of it")).toEqual({ field: "title", rank: 0 });
    expect(columns("Title")).toBeNull();
    expect([columns("Feel")?.field, columns("Energy")?.field]).toEqual(["moods", "moods"]);
    expect(columns("Mood")).toBeNull();
    expect(columns("BPM")?.field).toBe("bpm");
  });

  it("can give a column another meaning than its name", () => {
    expect(columnMap(readColumnChoices("moods=Style"))("Style")?.field).toBe("moods");
  });
});

describe("readColumnChoices", () => {
  it.each(["", "title", "title=", "=Song", "colour=Red", "constructor=x", "title=Song,"])(
    "refuses %j and lists the fields",
    (option) => {
      expect(() => readColumnChoices(option)).toThrow(UsageError);
      expect(() => readColumnChoices(option)).toThrow("title, artist, id, seconds, bpm");
    },
  );
});
