import { namedMost, pagesTouchedBy, touchedBy, visitsTo } from '../../scripts/changed.mjs'

const tests = [
  'test/app/booking.test.ts',
  'test/app/booking/claim.test.ts',
  'test/app/dispatch.test.ts',
  'test/app/hours/ledger.test.ts',
  'test/app/sessionRace.test.ts',
  'test/core/booking/decide.test.ts',
  'test/h5/pages/booking.test.ts',
  'test/h5/pages/tabs.test.ts',
  'test/weapp/bookingDetail.test.ts',
  'test/weapp/gate.test.ts',
  'test/way/way.test.ts',
].map((file) => ({ file, source: file.includes('dispatch') ? "ask('booking.ask', {})" : '' }))
const chosenFor = (...changed: string[]) => touchedBy(changed, tests).tests

describe('The tests that a change can touch', () => {
  it('are those of its subject, in the suites that run what is built from it', () => {
    const ofBooking = [
      'test/app/booking.test.ts',
      'test/app/booking/claim.test.ts',
      'test/app/dispatch.test.ts', // names its operations
    ]
    expect(chosenFor('cloudfunctions/app/booking/claim.ts')).toEqual(ofBooking)
    expect(chosenFor('cloudfunctions/store/booking.ts')).toEqual(ofBooking)
    expect(chosenFor('contract/bookingRequest.ts')).toEqual(ofBooking)
    expect(chosenFor('src/packages/booking/detail/index.tsx')).toEqual([
      'test/h5/pages/booking.test.ts',
      'test/weapp/bookingDetail.test.ts',
    ])
  })

  it('are those that ask most for its operations', () => {
    expect(namedMost("ask('booking.claim'), ask('member.me'), ask('booking.get'), read('app.json')")).toEqual(
      ['booking'],
    )
    expect(namedMost("ask('hours.list'), ask('member.me')")).toEqual(['hours', 'member'])
    expect(namedMost('')).toEqual([])
  })

  it('are found by the singular and the plural of the subject', () => {
    expect(chosenFor('cloudfunctions/app/sessions.ts')).toEqual(['test/app/sessionRace.test.ts'])
    expect(chosenFor('cloudfunctions/core/hours/ledger.ts')).toEqual(['test/app/hours/ledger.test.ts'])
  })

  it('include a changed test itself, and no deleted one', () => {
    expect(chosenFor('test/way/way.test.ts', 'test/app/gone.test.ts')).toEqual(['test/way/way.test.ts'])
  })

  it('are one short test of each suite where a change belongs to no subject, which is said', () => {
    expect(touchedBy(['src/ui/Sheet.tsx'], tests)).toEqual({
      tests: ['test/h5/pages/tabs.test.ts', 'test/weapp/gate.test.ts'],
      subjects: [],
      unplaced: ['src/ui/Sheet.tsx'],
    })
    expect(touchedBy(['package.json'], tests).tests).toContain('test/h5/pages/tabs.test.ts')
    expect(touchedBy(['package.json'], tests).unplaced).toEqual(['package.json'])
  })

  it('are none for a document', () => {
    expect(touchedBy(['README.md', 'docs/glossary.md'], tests)).toEqual({
      ...{ tests: [], subjects: [], unplaced: [] },
    })
  })
})

describe('The pages that a change can touch', () => {
  const sources = {
    'packages/booking/request': ['contract/booking.ts', 'src/features/booking/form/BookingForm.tsx'],
    'packages/booking/detail': ['contract/booking.ts', 'src/packages/booking/detail.tsx'],
    'pages/home': ['src/pages/home.tsx'],
  }
  const pagesOf = (...changed: string[]) => {
    const pages = pagesTouchedBy(changed, sources)
    return pages && [...pages]
  }

  it('are those it is part of', () => {
    expect(pagesOf('src/features/booking/form/BookingForm.tsx')).toEqual(['packages/booking/request'])
    expect(pagesOf('contract/booking.ts', 'src/pages/home.tsx')).toEqual([
      'packages/booking/request',
      'packages/booking/detail',
      'pages/home',
    ])
  })

  it('are the same whatever changes in the cloud, in a text for readers, or in a test', () => {
    const others = ['cloudfunctions/app/booking/book.ts', 'docs/rules.md', 'test/core/booking/view.test.ts']
    expect(pagesOf('src/pages/home.tsx', ...others)).toEqual(['pages/home'])
  })

  it.each(['src/app.tsx', 'src/features/booking/gone.tsx', 'config/index.ts', 'test/support/h5/page.ts'])(
    'are not known for %s, which may be in all of them',
    (file) => {
      expect(pagesOf('src/pages/home.tsx', file)).toBeUndefined()
    },
  )

  it('are opened by the test of their package, or by that of the tabs', () => {
    expect(visitsTo('packages/booking/request')).toBe('test/h5/pages/booking.test.ts')
    expect(visitsTo('pages/home')).toBe('test/h5/pages/tabs.test.ts')
  })
})
