import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tellAll } from "../../src/shared/attempt.ts";

const told = vi.fn();
beforeEach(() => vi.spyOn(console, "error").mockImplementation(told));
afterEach(() => vi.restoreAllMocks());

it("tells every listener, whatever another one throws, and says what was thrown", () => {
  const heard: string[] = [];
  const fault = new Error("Its own fault.");
  const broken = (): void => {
    throw fault;
  };
  const listeners = new Set([(news: string) => heard.push(news), broken, broken]);
  listeners.add((news) => heard.push(news));
  tellAll(listeners, "place");
  expect(heard).toEqual(["place", "place"]);
  expect(told).toHaveBeenCalledWith("Needledrop:", fault);
});

it("tells those that were there when it began, though one of them leaves or lets in another", () => {
  const heard: number[] = [];
  const listeners = new Set<(news: number) => void>();
  const late = (news: number): void => void heard.push(-news);
  listeners.add(() => listeners.delete(last));
  listeners.add(() => listeners.add(late));
  const last = (news: number): void => void heard.push(news);
  listeners.add(last);
  tellAll(listeners, 1);
  expect(heard).toEqual([1]);
  tellAll(listeners, 2);
  expect(heard).toEqual([1, -2]);
});
