import type { CertificateIssued } from '#contract/certificate'
import { bareCode } from './verifyQuery'

/** The text in the square code: the public page's address, or number and code if the deployment does not know it. */
export const verifyAddress = (issued: CertificateIssued): string => issued.verifyUrl ?? bareCode(issued)
