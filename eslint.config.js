import js from "@eslint/js";
import tseslint from "typescript-eslint";
import premiere from "./tools/eslint-premiere/index.js";

/** Which room may import which: arrows point down only (docs/architecture.md). */
const rooms = {
  "src/contract": [],
  "src/shared": ["src/contract"],
  "src/bridge": ["src/contract", "src/shared"],
  "src/engine": ["src/contract", "src/shared"],
  "src/panel": ["src/contract", "src/shared", "src/bridge"],
  "src/demo": ["src/contract", "src/shared", "src/bridge"],
  "src/cli": ["src/contract", "src/shared", "src/engine"],
  plugin: ["src/contract", "src/shared", "src/bridge"],
  composer: [],
};

const names = Object.keys(rooms);
const OUTSIDE = ["tools", "bench", "test", "catalogue", "models"];
const boundaries = Object.entries(rooms).map(([room, allowed]) => ({
  files: [`${room}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: `^(\\.\\./)+.*(${names
              .filter((name) => name !== room && !allowed.includes(name))
              .map((name) => name.split("/").at(-1))
              .join("|")})/`,
            message: `${room} may import only ${["itself", ...allowed].join(", ")}.`,
          },
          {
            regex: `^(\\.\\./){${room.split("/").length},}(${OUTSIDE.join("|")})/`,
            message: "What stands outside the rooms may look into them; no room looks out.",
          },
          ...(room === "plugin"
            ? []
            : [
                {
                  regex: "^(uxp|premierepro|@adobe/)",
                  message: "Only plugin/ speaks to Premiere.",
                },
              ]),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["dist/", ".types/", "node_modules/", "models/lab/", "test/fixtures/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      // Numbers in templates are what messages are made of; void arrows keep callbacks short.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      eqeqeq: "error",
      // One style for private members; decorated fields cannot have the other.
      "no-restricted-syntax": [
        "error",
        { selector: "PrivateIdentifier", message: "Use TypeScript's `private`." },
      ],
    },
  },
  ...boundaries,
  {
    files: ["plugin/**/*.ts"],
    plugins: { premiere },
    rules: premiere.configs.recommended.rules,
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
  },
);
