/** Puts text on the clipboard; false where the browser refuses. To be called in a click. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** A page that the browser trusts less, as some webviews do, may still copy in this older way. */
function copyByCommand(text: string): boolean {
  let isCopied = false;
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    isCopied = event.clipboardData !== null;
  };
  document.addEventListener("copy", fill);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Nothing else works without trust.
  document.execCommand("copy");
  document.removeEventListener("copy", fill);
  return isCopied;
}
