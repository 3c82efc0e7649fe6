import type { Certificate, ServiceDone } from '#contract/certificate'
import { clipped } from '#contract/shared/text'
import { paperText as words } from '#text/certificate/certificate'
import { durationWords, fullDateWords } from '#text/shared/time'

/** The kinds of service that fit on one sheet of A4. The others share one line. */
export const servicesOnPaper = 6
/** The units of text of a service that fit on two lines. The ledger holds the full text. */
const longestWhat = 28

interface PaperLine {
  what: string
  when: string
  times: string
  long: string
}

/** All text of a certificate's paper, in reading order. */
export interface PaperWords {
  no: string
  /** Name and value. For an empty value the paper has a line to write on by hand. */
  facts: readonly { name: string; value: string; note?: string; wide?: true }[]
  lines: readonly PaperLine[]
  statement: string
  issuer: readonly { name: string; value: string }[]
  code: string
  ledger: string
  revoked: boolean
}

export function paperWordsOf(certificate: Certificate): PaperWords {
  const { certificateNo, name, volunteerNo, minutes, honourMinutes, services, issuer } = certificate
  const { issuedAt, verifyCode, seq, hash, state } = certificate
  const shown = services.length > servicesOnPaper ? services.slice(0, servicesOnPaper - 1) : services
  const others = services.slice(shown.length)
  return {
    no: words.no(certificateNo),
    facts: [
      { name: words.name, value: name },
      ...(volunteerNo ? [{ name: words.volunteerNo, value: volunteerNo }] : []),
      { name: words.idKind, value: '', wide: true },
      { name: words.idNo, value: '', note: words.byHand, wide: true },
      { name: words.spanName, value: spanWords(certificate), wide: true },
      { name: words.total, value: durationWords(minutes) },
      ...(honourMinutes > 0 ? [{ name: words.honour, value: durationWords(honourMinutes) }] : []),
    ],
    lines: [...shown.map(lineOf), ...(others.length > 0 ? [othersOf(others)] : [])],
    statement: words.statement,
    issuer: [
      { name: words.issuer, value: issuer.name },
      { name: words.head, value: issuer.head ?? '' },
      { name: words.handler, value: issuer.handler ?? '' },
      { name: words.contact, value: issuer.contact ?? '' },
      { name: words.date, value: fullDateWords(issuedAt) },
    ],
    code: words.code(verifyCode),
    ledger: words.ledger(seq, hash.slice(0, 16)),
    revoked: state === 'revoked',
  }
}

/** The days of the certificate. Without a chosen span they run from the first service to the last. */
export function spanWords({ services, from, to }: Pick<Certificate, 'services' | 'from' | 'to'>): string {
  const days = services.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]).sort()
  return words.span(from ?? days[0] ?? '', to ?? days.at(-1) ?? '')
}

function lineOf({ title, teamName, honour, firstDay, lastDay, times, minutes }: ServiceDone): PaperLine {
  return {
    what: clipped((honour ? words.honourOf : words.service)(title, teamName), longestWhat),
    when: words.days(firstDay, lastDay),
    times: words.times(times),
    long: durationWords(minutes),
  }
}

function othersOf(services: readonly ServiceDone[]): PaperLine {
  const sum = (of: 'times' | 'minutes') => services.reduce((total, service) => total + service[of], 0)
  const days = services.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]).sort()
  return {
    what: words.others(services.length),
    when: words.days(days[0] ?? '', days.at(-1) ?? ''),
    times: words.times(sum('times')),
    long: durationWords(sum('minutes')),
  }
}
