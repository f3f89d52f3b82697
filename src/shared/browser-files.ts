/** What the path of a file begins with that was chosen in a browser, which does not say where it is. */
export const BROWSER_PATH = "browser:/";

/** Whether only the page in which it was chosen can open a file. */
export const isBrowserFile = (path: string): boolean => path.startsWith(BROWSER_PATH);
