import type { CertificateIssued } from '#contract/certificate'

/** The text in the square code: the address of the public page, if the deployment knows it, else on this site. */
export const verifyAddress = ({ verifyUrl, verifyPath }: CertificateIssued): string =>
  verifyUrl ?? `${window.location.href.split('#')[0]?.replace(/\/$/, '')}${verifyPath}`
