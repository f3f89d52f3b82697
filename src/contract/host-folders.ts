import * as v from "valibot";
import { FolderFileSchema } from "./folder.ts";
import { index, text } from "./values.ts";

/** Most bytes that cross the bridge at a time; in base64 a third more. */
export const PIECE_BYTES = 1 << 20;
/** Most files of one page of a folder's list. */
export const PAGE_FILES = 5000;

/** Bytes in base64 (RFC 4648, padded, without line breaks): the bridge carries nothing but text. */
export const PieceSchema = v.pipe(
  text(Math.ceil(PIECE_BYTES / 3) * 4),
  v.regex(/^[A-Za-z0-9+/]*={0,2}$/, "must be base64"),
  v.check((piece) => piece.length % 4 === 0, "must be whole base64"),
);

/**
 * Name of a file in a folder: relative, with forward slashes. What could lead out of the folder is
 * refused, and so are hidden files, which no list names.
 */
export const FileNameSchema = v.pipe(
  text(4000),
  v.check(isPlainName, "must be a plain relative name"),
);

/** Whether every part of a relative name is a plain one. */
export function isPlainName(name: string): boolean {
  // On Windows `C:` would be a drive and `\` a separator.
  if (/^[a-z]:|[\\\0]/i.test(name)) return false;
  return name.split("/").every((part) => part !== "" && !part.startsWith("."));
}

/**
 * Id of the folder with the audio that ships, which every host that can read files has. It is in no
 * list; names in it are those of `LocalAudio` of the kind "bundled".
 */
export const BUNDLED_FOLDER = "bundled";

const folderId = v.pipe(text(60), v.minLength(1));

/** A folder of the editor's own music that the host remembers. It may not be there at the moment. */
export const HostFolderSchema = v.object({
  /** The same for the same folder at every start. */
  id: folderId,
  name: text(400),
  /** Native path. */
  path: text(4000),
  /** See `FolderAccess`; "catalogue" for a folder that was chosen for downloads only. */
  takes: v.optional(v.picklist(["all", "catalogue"])),
});
/** See `HostFolderSchema`. */
export type HostFolder = v.InferOutput<typeof HostFolderSchema>;

/** All folders that the host remembers. */
export const HostFoldersSchema = v.pipe(v.array(HostFolderSchema), v.maxLength(200));

/** Id of a folder that the host remembers. */
export const FolderIdSchema = folderId;

/** Asks for the next page of a folder's list. */
export const FolderPageRequestSchema = v.object({
  folder: folderId,
  /** How many entries the pages before held, files and unreadable ones; 0 lists the folder anew. */
  from: index,
});
/** See `FolderPageRequestSchema`. */
export type FolderPageRequest = v.InferOutput<typeof FolderPageRequestSchema>;

/** A part of a folder's list, over all folders in it, in no particular order. */
export const FolderPageSchema = v.object({
  files: v.pipe(v.array(FolderFileSchema), v.maxLength(PAGE_FILES)),
  /** Names of files and folders that are there and cannot be read. */
  unreadable: v.pipe(v.array(text(4000)), v.maxLength(PAGE_FILES)),
  /** Whether this is the last page. A page may be empty and not the last. */
  done: v.boolean(),
});
/** See `FolderPageSchema`. */
export type FolderPage = v.InferOutput<typeof FolderPageSchema>;

/** Asks for bytes of a file in a folder that the host remembers. */
export const FilePieceRequestSchema = v.object({
  folder: folderId,
  name: FileNameSchema,
  position: index,
  length: v.pipe(index, v.minValue(1), v.maxValue(PIECE_BYTES)),
});
/** See `FilePieceRequestSchema`. */
export type FilePieceRequest = v.InferOutput<typeof FilePieceRequestSchema>;
