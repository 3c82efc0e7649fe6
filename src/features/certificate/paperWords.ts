import type { Certificate, CourseDone, ServiceDone } from '#contract/certificate'
import { clipped } from '#contract/shared/text'
import { paperText as words } from '#text/certificate/certificate'
import { completionText } from '#text/certificate/completion'
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
  title: string
  no: string
  /** What it certifies, in one sentence; absent where services are listed. */
  lead?: string
  /** Name and value. For an empty value the paper has a line to write on by hand. */
  facts: readonly { name: string; value: string; note?: string; wide?: true }[]
  lines: readonly PaperLine[]
  statement: string
  issuer: readonly { name: string; value: string }[]
  code: string
  /** What it rests on. */
  ledger: string
  revoked: boolean
  /** The name of its picture. */
  file: string
}

export const paperWordsOf = (certificate: Certificate): PaperWords =>
  certificate.course ? completionWords(certificate, certificate.course) : hoursWords(certificate)

/** What the papers of both kinds end with. */
function footOf({
  issuer,
  issuedAt,
  verifyCode,
  state,
}: Certificate): Pick<PaperWords, 'issuer' | 'code' | 'revoked'> {
  return {
    issuer: [
      { name: words.issuer, value: issuer.name },
      { name: words.head, value: issuer.head ?? '' },
      { name: words.handler, value: issuer.handler ?? '' },
      { name: words.contact, value: issuer.contact ?? '' },
      { name: words.date, value: fullDateWords(issuedAt) },
    ],
    code: words.code(verifyCode),
    revoked: state === 'revoked',
  }
}

function completionWords(certificate: Certificate, course: CourseDone): PaperWords {
  const { certificateNo, name, minutes, from = '', to = '' } = certificate
  return {
    title: completionText.title,
    no: completionText.no(certificateNo),
    lead: completionText.lead(name, course),
    facts: [
      { name: words.name, value: name },
      { name: completionText.course, value: course.title, wide: true },
      { name: completionText.days, value: words.span(from, to), wide: true },
      { name: completionText.lessons, value: completionText.attended(course) },
      { name: completionText.time, value: durationWords(minutes) },
    ],
    lines: [],
    statement: completionText.statement,
    ...footOf(certificate),
    ledger: completionText.rests,
    file: completionText.file(certificateNo),
  }
}

function hoursWords(certificate: Certificate): PaperWords {
  const { certificateNo, name, volunteerNo, minutes, honourMinutes, services, seq, hash } = certificate
  const shown = services.length > servicesOnPaper ? services.slice(0, servicesOnPaper - 1) : services
  const others = services.slice(shown.length)
  return {
    title: words.title,
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
    ...footOf(certificate),
    ledger: words.ledger(seq, hash.slice(0, 16)),
    file: words.file(certificateNo),
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
