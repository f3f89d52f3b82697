import * as v from "valibot";
import { FileAddressSchema } from "../../contract/track.ts";

/** The name of the host in an https address; empty if it is none. */
export function hostOf(address: string): string {
  return /^https:\/\/([^/?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? "";
}

/** The name of the file at an address, decoded; empty if it cannot be decoded. */
export function fileNameOf(address: string): string {
  return decoded(address.slice(address.lastIndexOf("/") + 1)) ?? "";
}

/**
 * The address that a redirect leads to.
 * @param at the address that was asked for
 * @param location what the host answered; may be relative
 * @returns null if that is no https address of a file
 */
export function redirected(at: string, location: string): string | null {
  const path = location.startsWith("/") && !location.startsWith("//");
  const base = path ? `https://${hostOf(at)}` : at.slice(0, at.lastIndexOf("/") + 1);
  const next = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(location) ? location : base + location;
  return v.is(FileAddressSchema, next) ? next : null;
}

/** Whether two addresses are the same, whichever characters either has escaped. */
export function isSameAddress(one: string, other: string): boolean {
  return one === other || (decoded(one) ?? one) === (decoded(other) ?? other);
}

function decoded(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
