/** Whether `path` is `folder` or lies in it, however the system spells either. */
export function isWithin(path: string, folder: string): boolean {
  const [inner, outer] = [path, folder].map((each) =>
    `${each.replace(/^\\\\\?\\/, "").replaceAll("\\", "/")}/`.replace(/\/+$/, "/").toLowerCase(),
  );
  return inner !== undefined && outer !== undefined && inner.startsWith(outer);
}
