import type { CertificateIssued } from '#contract/certificate'
import { bareCode } from './verifyQuery'

/** What the square code holds: the public page's address, or number and code where nobody has said where that is. */
export const verifyAddress = (issued: CertificateIssued): string => issued.verifyUrl ?? bareCode(issued)
