/**
 * Hosts of the catalogues that ship, from which the plugin may download. `manifest.json` requests
 * these and no others; packaging checks that the three agree.
 */
export const DOWNLOAD_HOSTS: readonly string[] = ["incompetech.com"];
