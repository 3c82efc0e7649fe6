/** A page's whole address for a browser: of the deployment where it has said one, else where this page was read. */
export const pageLink = (path: string, pageAddress: string | undefined): string =>
  `${pageAddress ?? window.location.href.split(/[?#]/)[0]?.replace(/\/+$/, '')}/#${path}`
