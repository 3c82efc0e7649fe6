import type { CertificateIssued } from '#contract/certificate'

/** What the square code holds: the public page, where it is known best, else where this page itself stands. */
export const verifyAddress = ({ verifyUrl, verifyPath }: CertificateIssued): string =>
  verifyUrl ?? `${window.location.href.split('#')[0]?.replace(/\/$/, '')}${verifyPath}`
