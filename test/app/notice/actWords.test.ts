import { table } from '#app/gate/table'
import { acts } from '#app/notice/noticeText'

it('there are words for what is told to a person it was done for, and for nothing else', () => {
  const told = Object.entries(table).filter(
    ([, { kind, onBehalf }]) => kind === 'write' && (onBehalf ?? 'quiet') !== 'quiet',
  )
  const worded = Object.entries(acts).flatMap(([subject, verbs]) =>
    Object.keys(verbs).map((verb) => `${subject}.${verb}`),
  )
  expect(worded.sort()).toEqual(told.map(([op]) => op).sort())
})
