import { ESLint, RuleTester } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";
import premiere from "../../tools/eslint-premiere/index.js";

RuleTester.describe = describe;
RuleTester.it = it;
const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });

/** Source text that runs `inner` in a transaction, under a lock, as it should be. */
const transact = (inner: string): string =>
  `project.lockedAccess(() => { project.executeTransaction((compound) => { ${inner} }, "Edit"); });`;

/** Source text that makes a selection in a transaction and runs `inner` with it. */
const select = (inner: string): string =>
  transact(`TrackItemSelection.createEmptySelection((selection) => { ${inner} });`);

const REMOVE = "compound.addAction(editor.createRemoveItemsAction(selection, false, AUDIO));";

tester.run("require-action-lock-scope", premiere.rules["require-action-lock-scope"], {
  valid: [
    select(`selection.addItem(item); ${REMOVE}`),
    transact("compound.addAction(editor.createOverwriteItemAction(item, time, 0, 0));"),
    transact("items.forEach((item) => compound.addAction(item.createSetNameAction('x')));"),
    "project.lockedAccess(function () { use(bin.createBinAction('Music', true)); });",
    "createAction(); factory.create(); shop.createTransaction();",
  ],
  invalid: [
    "editor.createOverwriteItemAction(item, time, 0, 0);",
    "project.executeTransaction((c) => { c.addAction(clip.createSetNameAction('x')); }, 'Name');",
    "project.lockedAccess(() => { later(async () => clip.createSetNameAction('x')); });",
    "project.lockedAccess(callback, () => clip.createSetNameAction('x'));",
  ].map((code) => ({ code, errors: [{ messageId: "unlocked" }] })),
});

tester.run("require-execute-transaction", premiere.rules["require-execute-transaction"], {
  valid: [
    select(`selection.addItem(item); ${REMOVE}`),
    transact("compound.addAction(clip.createSetNameAction('x'));"),
    transact("for (const clip of clips) compound.addAction(clip.createSetNameAction('x'));"),
    "list.add(action);",
  ],
  invalid: [
    "project.lockedAccess(() => { clip.createSetNameAction('x'); });",
    "compound.addAction(action);",
  ].map((code) => ({ code, errors: [{ messageId: "outside" }] })),
});

tester.run("no-async-in-locked-access", premiere.rules["no-async-in-locked-access"], {
  valid: [
    transact("compound.addAction(clip.createSetNameAction('x'));"),
    "async function edit() { await ready; project.lockedAccess(() => { done(); }); await more; }",
    "const run = () => done(); project.lockedAccess(run);",
    "project.lockedAccess(fromElsewhere);",
    "other(async () => { await x; });",
  ],
  invalid: [
    "project.lockedAccess(async () => { await x; });",
    "project.lockedAccess(function* () { yield 1; });",
    "project.lockedAccess(() => { items.forEach(async (item) => { await item; }); });",
    "project.lockedAccess(() => { read().then(write); });",
    "project.lockedAccess(() => { setTimeout(write, 1); });",
    "const run = async () => { await x; }; project.lockedAccess(run);",
    "async function run() {} project.lockedAccess(run);",
  ].map((code) => ({ code, errors: [{ messageId: "async" }] })),
});

tester.run("no-async-in-execute-transaction", premiere.rules["no-async-in-execute-transaction"], {
  valid: [transact("compound.addAction(clip.createSetNameAction('x'));")],
  invalid: [
    "project.executeTransaction(async (c) => { c.addAction(await x); }, 'Edit');",
    "project.executeTransaction((c) => { read().then((a) => c.addAction(a)); }, 'Edit');",
  ].map((code) => ({ code, errors: [{ messageId: "async" }] })),
});

tester.run("no-action-scope-escape", premiere.rules["no-action-scope-escape"], {
  valid: [
    select(`selection.addItem(item); ${REMOVE}`),
    transact("compound.addAction(clip.createSetNameAction('x'));"),
    transact("const action = clip.createSetNameAction('x'); compound.addAction(action);"),
    transact("let a; a = clip.createSetNameAction('x'); compound.addAction(a);"),
    transact("const all = []; all.push(clip.createSetNameAction('x')); all.forEach(add);"),
    transact("clips.map((c) => c.createSetNameAction('x')).forEach((a) => compound.addAction(a));"),
    "const made = clip.createSetNameAction('x');",
  ],
  invalid: [
    `let kept; ${transact("kept = clip.createSetNameAction('x');")}`,
    `let kept; ${transact("const a = clip.createSetNameAction('x'); kept = a;")}`,
    `const kept = []; ${transact("kept.push(clip.createSetNameAction('x'));")}`,
    `const kept = []; ${transact("const some = kept; some.push(1); kept.push([clip.createSetNameAction('x')]);")}`,
    transact("this.action = clip.createSetNameAction('x');"),
    transact("return clip.createSetNameAction('x');"),
    transact("const a = clip.createSetNameAction('x') as Action; return a;"),
    "project.lockedAccess(() => clip.createSetNameAction('x'));",
    "project.lockedAccess(() => ready ? clip.createSetNameAction('x') : null);",
  ].map((code) => ({ code, errors: [{ messageId: "escapes" }] })),
});

tester.run("no-async-in-empty-selection", premiere.rules["no-async-in-empty-selection"], {
  valid: [select(`selection.addItem(item); ${REMOVE}`)],
  invalid: [
    "TrackItemSelection.createEmptySelection(async (selection) => { selection.addItem(await x); });",
    select("items.forEach(async (item) => { selection.addItem(await item); });"),
    select("read().then((item) => selection.addItem(item));"),
  ].map((code) => ({ code, errors: [{ messageId: "async" }] })),
});

tester.run("no-empty-selection-escape", premiere.rules["no-empty-selection-escape"], {
  valid: [
    select(`selection.addItem(item); ${REMOVE}`),
    select("const same = selection; same.addItem(item); sequence.setSelection(same);"),
    select("items.forEach((item) => selection.addItem(item));"),
    "TrackItemSelection.createEmptySelection(() => undefined);",
    "TrackItemSelection.createEmptySelection(fromElsewhere);",
    "other((selection) => selection);",
  ],
  invalid: [
    "let kept; TrackItemSelection.createEmptySelection((selection) => { kept = selection; });",
    "TrackItemSelection.createEmptySelection((selection) => selection);",
    "function fill(selection) { this.selection = selection; } TrackItemSelection.createEmptySelection(fill);",
    `const kept = []; ${select("kept.push(selection);")}`,
    select("const same = selection; return same;"),
  ].map((code) => ({ code, errors: [{ messageId: "escapes" }] })),
});

tester.run("prefer-undo-string", premiere.rules["prefer-undo-string"], {
  valid: [
    "project.executeTransaction((c) => {}, 'Insert music');",
    "project.executeTransaction((c) => {}, `Insert ${title}`);",
    "project.executeTransaction((c) => {}, label);",
  ],
  invalid: [
    "project.executeTransaction((c) => {});",
    "project.executeTransaction((c) => {}, '');",
    "project.executeTransaction((c) => {}, ' ');",
    "project.executeTransaction((c) => {}, undefined);",
  ].map((code) => ({ code, errors: [{ messageId: "unnamed" }] })),
});

describe("the plugin", () => {
  it("turns on every rule it has", () => {
    const names = Object.keys(premiere.rules).map((name) => `premiere/${name}`);
    expect(Object.keys(premiere.configs.recommended.rules).sort()).toEqual(names.sort());
  });

  it("says of every problem what and why", () => {
    for (const rule of Object.values(premiere.rules))
      for (const message of Object.values(rule.meta?.messages ?? {}))
        expect(message.split(/[.:] /).length).toBeGreaterThan(1);
  });

  it("watches over the plugin's own code", async () => {
    const config = (await new ESLint().calculateConfigForFile("plugin/timeline/insert.ts")) as {
      rules: Record<string, unknown[]>;
    };
    for (const name of Object.keys(premiere.rules))
      expect(config.rules[`premiere/${name}`]?.[0]).toBe(2);
  });
});
