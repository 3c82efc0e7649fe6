import type { Certificate } from '#contract/certificate'
import { routes } from '#routes'
import { certificateText as words } from '#text/certificate/certificate'
import { completionText } from '#text/certificate/completion'
import { durationWords } from '#text/shared/time'
import type { Forwarded } from '#ui/forward/forwarded'

/** The public page that verifies it. */
export const verifyAt = ({ certificateNo, verifyCode }: Certificate): string =>
  `${routes.verify}?no=${certificateNo}&code=${verifyCode}`

/** Where the deployment's pages stand for a browser, as far as the certificate says it. */
export const pageAddressOf = ({ verifyUrl, verifyPath }: Certificate): string | undefined =>
  verifyUrl?.slice(0, -verifyPath.length)

/** What is passed on of a certificate: the page that verifies it, and nothing that names the holder. */
export function forwardedPaper(certificate: Certificate): Forwarded {
  const { course, minutes, issuer } = certificate
  const title = course ? completionText.forward(course.title) : completionText.forwardHours
  const line = course ? completionText.cardDetail(course) : durationWords(minutes)
  return { title, path: verifyAt(certificate), picture: { title, lines: [line], issuer: issuer.name } }
}

/** Why a certificate is of no use any more, and what its holder does. */
export function revokedWords({ course, replaced, revokedReason }: Certificate): string {
  if (replaced) return completionText.replaced
  if (revokedReason === undefined) return words.revoked
  return (course ? completionText.ended : words.revokedWhy)(revokedReason)
}
