import fc from 'fast-check'
import { withoutName } from '#core/account/withoutName'

const gone = '已注销的居民'
const name = '程桂芳'
const id = 'm_gone'

describe('a name that stands beside the id of who has left', () => {
  it.each([
    ['who did something', { whoId: id, who: name }],
    ['a requester, a claimer, a viewer', { requesterId: id, requesterName: name }],
    ['a member', { memberId: id, memberName: name }],
    ['a member by name alone', { memberId: id, name }],
    ['a map by ids', { roster: { [id]: { name, size: 2 } } }],
    ['a list', { events: [{ at: 1, whoId: id, who: name }] }],
    ['an effect still owed', { pending: [{ effect: 'seat', memberId: id, memberName: name }] }],
  ])('goes: %s', (_, stored) => {
    const left = JSON.stringify(withoutName(stored, id, gone))
    expect(left).toContain(gone)
    expect(left).not.toContain(name)
  })

  it('stays where it is somebody else’s, though the names are the same', () => {
    const stored = { whoId: 'm_other', who: name, roster: { m_third: { name } }, requesterId: id }
    expect(withoutName(stored, id, gone)).toBe(stored)
  })

  it('changes nothing else, and nothing twice', () => {
    const named = fc.record({ whoId: fc.constantFrom(id, 'm_other'), who: fc.string(), at: fc.integer() })
    const document = fc.record({ _id: fc.string(), events: fc.array(named), note: fc.jsonValue() })
    fc.assert(
      fc.property(document, (stored) => {
        const once = withoutName(stored, id, gone)
        expect(withoutName(once, id, gone)).toEqual(once)
        const back = once.events.map((line, index) =>
          line.whoId === id ? { ...line, who: stored.events[index]?.who } : line,
        )
        expect({ ...once, events: back }).toEqual(stored)
      }),
    )
  })
})
