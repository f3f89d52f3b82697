import { readFileSync } from "node:fs";
import * as v from "valibot";

const version = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, "must be major.minor.patch"));
const length = v.pipe(v.number(), v.integer(), v.minValue(1));
const size = v.strictObject({ width: length, height: length });

const IconSchema = v.strictObject({
  width: length,
  height: length,
  path: v.pipe(v.string(), v.regex(/^[\w-]+(\/[\w-]+)*\.png$/, "must be a relative PNG path")),
  scale: v.pipe(v.array(v.picklist([1, 2])), v.minLength(1)),
  theme: v.array(v.picklist(["lightest", "light", "medium", "dark", "darkest", "all"])),
  species: v.optional(v.array(v.picklist(["generic", "toolbar", "pluginList"]))),
});

/**
 * The manifest of a Premiere UXP plugin, as far as Needledrop uses it (Adobe, "Manifest", Premiere
 * UXP guides). The schema is strict, so that no other permission can be added unnoticed.
 * docs/permissions.md gives the purpose of each.
 */
export const ManifestSchema = v.strictObject({
  manifestVersion: v.literal(5),
  id: v.pipe(v.string(), v.regex(/^[a-z][\w.-]+$/i)),
  name: v.string(),
  version,
  main: v.string(),
  // A list of hosts is allowed only in development; a package has one host.
  host: v.strictObject({ app: v.literal("premierepro"), minVersion: version }),
  entrypoints: v.array(
    v.strictObject({
      type: v.literal("panel"),
      id: v.string(),
      label: v.strictObject({ default: v.string() }),
      minimumSize: size,
      maximumSize: size,
      preferredDockedSize: size,
      preferredFloatingSize: size,
      icons: v.array(IconSchema),
    }),
  ),
  icons: v.array(IconSchema),
  requiredPermissions: v.strictObject({
    localFileSystem: v.literal("request"),
    // For downloads on a click: the hosts of the catalogues that ship, each by its full name.
    network: v.strictObject({
      domains: v.array(
        v.pipe(
          v.string(),
          v.regex(/^https:\/\/([a-z0-9-]+\.)+[a-z]{2,}$/, "must be an https host"),
        ),
      ),
    }),
    // For pages of tracks, in the editor's browser; no program or file is ever launched.
    launchProcess: v.strictObject({
      schemes: v.strictTuple([v.literal("https")]),
      // Required by Adobe, so it is present but empty.
      extensions: v.strictTuple([]),
    }),
    webview: v.strictObject({
      allow: v.literal("yes"),
      allowLocalRendering: v.literal("yes"),
      domains: v.pipe(v.array(v.string()), v.length(0)),
      enableMessageBridge: v.literal("localOnly"),
    }),
  }),
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;

/** @throws ValiError the file is not a valid manifest */
export function readManifest(path: string): Manifest {
  return v.parse(ManifestSchema, JSON.parse(readFileSync(path, "utf8")));
}

/** Every icon file in the manifest, with its size in pixels: `x.png` and `x@2x.png`. */
export function iconFiles(manifest: Manifest): { path: string; pixels: number }[] {
  const icons = [...manifest.icons, ...manifest.entrypoints.flatMap((entry) => entry.icons)];
  return icons.flatMap(({ path, width, scale }) =>
    scale.map((factor) => ({
      path: factor === 1 ? path : path.replace(/\.png$/, `@${factor}x.png`),
      pixels: width * factor,
    })),
  );
}
