import fc from 'fast-check'
import type { ServiceDone } from '#contract/certificate'
import { certificateFault, type HoursCertificate, provenSums } from '#core/certificate/certificate'
import { marksOf } from '#core/certificate/words'
import { markedLine } from '#core/hours/marks'
import { aCertificate, aLine } from '#support/hours'
import { markForTests as mark } from '#support/ledger'
import { changed, leavesOf } from '#support/ledgerHands'

const line = markedLine(aLine(), mark)
const old: HoursCertificate = aCertificate({
  volunteerNo: 'TBK-3071-4625',
  from: '2026-11-01',
  to: '2026-11-30',
  issuer: { name: '土崩坎社区', contact: '023-0000 0000' },
  ...provenSums([line], {}, () => '维修服务队'),
})
const issued: HoursCertificate = { ...old, marks: marksOf(old, mark) }
const fault = (certificate: HoursCertificate, since?: string, left?: boolean) =>
  certificateFault(certificate, [line], { mark, since }, left)

/** What a holder, or somebody who issues certificates, could wish to read differently. */
const words = [
  'name',
  'volunteerNo',
  'from',
  'to',
  'minutes',
  'honourMinutes',
  'services',
  'issuer',
  'issuedAt',
]
const leaves = leavesOf(issued).filter(([field = '']) => words.includes(field) || field === 'marks')

describe('what a certificate says', () => {
  it('holds as it was issued', () => expect(fault(issued)).toBeUndefined())
  it.each(leaves.map((path) => [path.join('.'), path] as const))(
    'is known to be changed by its %s',
    (_, path) => {
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          expect(fault(changed(issued, path, seed))).toBe('words_changed')
        }),
        { numRuns: 20 },
      )
    },
  )
  it('cannot be taken from another certificate, with its marks', () => {
    const other = { ...issued, _id: 'TBK-261123-000002' }
    expect(fault({ ...other, marks: issued.marks ?? marksOf(old, mark) })).toBe('words_changed')
  })
})

describe('a certificate whose holder has closed the account', () => {
  const nameless = { ...issued, name: '已注销的居民' }
  it('holds without the name', () => {
    expect(fault(nameless, undefined, true)).toBeUndefined()
    expect(fault(nameless)).toBe('words_changed')
  })
  it('holds in nothing else', () => {
    expect(fault({ ...nameless, volunteerNo: 'TBK-0000-0000' }, undefined, true)).toBe('words_changed')
  })
})

describe('a certificate from before there were marks', () => {
  it.each([
    ['while no digest has a mark', undefined, undefined],
    ['up to the day of the first digest with one', '2026-11-23', undefined],
    ['and not after it, whatever the rest says', '2026-11-22', 'words_changed'],
  ] as const)('holds %s', (_, since, expected) => expect(fault(old, since)).toBe(expected))
  it('must have the hours and the services of the ledger', () => {
    const [service] = old.services as [ServiceDone]
    expect(fault({ ...old, minutes: 61 })).toBe('ledger_changed')
    expect(fault({ ...old, services: [{ ...service, title: '修了十次水管' }] })).toBe('words_changed')
    expect(fault({ ...old, services: [{ ...service, teamName: '旧名字的队' }] })).toBeUndefined()
  })
})
