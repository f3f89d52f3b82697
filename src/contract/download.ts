import * as v from "valibot";
import { FileAddressSchema, LicenceSchema, PageSchema } from "./track.ts";
import { HostFolderSchema } from "./host-folders.ts";
import { index, text } from "./values.ts";

/** A track of a catalogue to download, and what is written beside its file. */
export const DownloadRequestSchema = v.object({
  trackId: v.pipe(text(400), v.minLength(1)),
  title: text(400),
  artist: text(400),
  licence: LicenceSchema,
  page: v.nullable(PageSchema),
  address: FileAddressSchema,
});
/** See `DownloadRequestSchema`. */
export type DownloadRequest = v.InferOutput<typeof DownloadRequestSchema>;

/** A file that lies whole in the folder for downloads. */
export const DownloadedSchema = v.object({
  /** Name in that folder. */
  name: text(255),
  /** Its size. */
  bytes: index,
  /** False if it was there already, and nothing was downloaded. */
  isNew: v.boolean(),
});
/** See `DownloadedSchema`. */
export type Downloaded = v.InferOutput<typeof DownloadedSchema>;

/** How far a download has come, in bytes; `total` is null where the host does not say. */
export const DownloadProgressSchema = v.object({
  trackId: text(400),
  done: index,
  total: v.nullable(index),
});
/** See `DownloadProgressSchema`. */
export type DownloadProgress = v.InferOutput<typeof DownloadProgressSchema>;

const host = v.pipe(text(253), v.regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, "must be the name of a host"));

/** What the editor has settled about downloads; all of it is remembered. */
export const DownloadSettingsSchema = v.object({
  /** The folder that takes them, one of the known folders; null until one is chosen. */
  folder: v.nullable(HostFolderSchema),
  /** Hosts that files come from without another question. */
  trusted: v.pipe(v.array(host), v.maxLength(100)),
});
/** See `DownloadSettingsSchema`. */
export type DownloadSettings = v.InferOutput<typeof DownloadSettingsSchema>;

/** Whether files may come from a host without another question. */
export const HostTrustSchema = v.object({ host, isTrusted: v.boolean() });
/** See `HostTrustSchema`. */
export type HostTrust = v.InferOutput<typeof HostTrustSchema>;

/** Names of hosts that an application may download from. */
export const HostsSchema = v.pipe(v.array(host), v.maxLength(100));
