import type { Context } from '#app/call/context'
import { sha256 } from '#app/call/ids'
import { prefixOf } from '#app/community/community'
import type { CertificateIssued } from '#contract/certificate'
import { toBase32 } from '#contract/shared/attendanceCode'
import type { Day } from '#contract/shared/scalars'
import type { CommunityDocument } from '#store/rows/community'

/** Once in a million pairs two certificates of one day get the same six digits; then the next six are tried. */
export const numberTries = 8

/** `TBK-261124-307146`: the community, the day, six digits that derive from what it is `of`. */
export function numberOn(
  day: Day,
  of: string,
  attempt: number,
  community: Pick<CommunityDocument, 'volunteerPrefix'>,
): string {
  const digits = BigInt(`0x${sha256(`certificate:${of}:${attempt}`).slice(0, 12)}`) % 1_000_000n
  return `${prefixOf(community)}-${day.slice(2).replace(/-/g, '')}-${String(digits).padStart(6, '0')}`
}

/** Only this deployment can derive the code from the number. */
export const paperCodeOf = ({ settings }: Pick<Context, 'settings'>, certificateNo: string): string =>
  toBase32(settings.sealing.derive(`certificate:${certificateNo}`)).slice(0, 10)

/** What the paper says about how it is verified. */
export const issued = (context: Pick<Context, 'settings'>, certificateNo: string): CertificateIssued => {
  const verifyCode = paperCodeOf(context, certificateNo)
  const query = `no=${certificateNo}&code=${verifyCode}`
  const verifyPath = `/#/packages/certificate/verify?${query}`
  const { pageAddress } = context.settings
  return {
    certificateNo,
    verifyCode,
    verifyPath,
    ...(pageAddress === undefined ? {} : { verifyUrl: pageAddress + verifyPath }),
  }
}
