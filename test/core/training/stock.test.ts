import fc from 'fast-check'
import { decideStock, handOutFault, newStock, type Stock, stockAlong } from '#core/training/stock'
import { no, yes } from '#support/commands'
import { mondayNine } from '#support/time'

const command = (key: string) => ({ key, fingerprint: key, at: mondayNine })
const made = (count: number): Stock =>
  yes(decideStock(newStock('stk_1', 'tubengkan', 'a_1'), command('make'), { title: '围裙', count }))
const held = { at: mondayNine, byId: 'm_zhao', byName: '赵姐' }

/** What the write of the store does where its conditions hold. */
function handedOut(stock: Stock, memberId: string, key: string): Stock {
  if (stock.left < 1 || stock.holders[memberId] || stock.commands.includes(key)) return stock
  const holders = { ...stock.holders, [memberId]: held }
  return { ...stock, holders, left: stock.left - 1, commands: [...stock.commands, key] }
}
function takenBack(stock: Stock, memberId: string, key: string): Stock {
  const { [memberId]: gone, ...holders } = stock.holders
  if (!gone || stock.commands.includes(key)) return stock
  return { ...stock, holders, left: stock.left + 1, commands: [...stock.commands, key] }
}

test('a stock never says fewer than have been handed out', () => {
  const one = handedOut(made(2), 'm_wang', 'k1')
  expect(no(decideStock(one, command('less'), { title: '围裙', count: 0 }))).toBe('stock_held')
  expect(yes(decideStock(one, command('more'), { title: '新围裙', count: 5 }))).toMatchObject({
    title: '新围裙',
    count: 5,
    left: 4,
  })
  expect(decideStock(one, command('same'), { title: '围裙', count: 2 })).toEqual({ next: one })
})

test('who has one, or a late repeat, is no fault; where none is left it is', () => {
  const one = handedOut(made(1), 'm_wang', 'k1')
  expect(handOutFault(one, 'm_wang', 'k2')).toBeUndefined()
  expect(handOutFault(takenBack(one, 'm_wang', 'k3'), 'm_wang', 'k1')).toBeUndefined()
  expect(handOutFault(one, 'm_li', 'k4')).toBe('stock_empty')
})

test('an account and its paper member with one each: one is counted no more, and none comes back', () => {
  const both = handedOut(handedOut(made(3), 'm_paper', 'k1'), 'm_account', 'k2')
  const joined = stockAlong(both, { from: 'm_account', to: 'm_paper' })
  expect(joined).toMatchObject({ count: 2, left: 1, holders: { m_paper: held } })
  expect(Object.keys(joined.holders)).toEqual(['m_paper'])
})

const step = fc.record({
  what: fc.constantFrom('hand', 'back', 'count'),
  who: fc.nat({ max: 5 }),
  key: fc.nat({ max: 20 }),
})

test('whatever is handed out, taken back, counted anew and sent twice, what is left and what is held is what there is', () => {
  fc.assert(
    fc.property(fc.nat({ max: 4 }), fc.array(step, { maxLength: 60 }), (count, steps) => {
      let stock = made(count)
      for (const { what, who, key } of steps) {
        const memberId = `m_${who}`
        if (what === 'hand') stock = handedOut(stock, memberId, `h${key}`)
        if (what === 'back') stock = takenBack(stock, memberId, `b${key}`)
        if (what === 'count')
          stock = decideStock(stock, command(`c${key}`), { title: '围裙', count: who }).next ?? stock
        expect(stock.left).toBeGreaterThanOrEqual(0)
        expect(stock.left + Object.keys(stock.holders).length).toBe(stock.count)
      }
    }),
    { numRuns: 300 },
  )
})
