import fc from 'fast-check'
import * as v from 'valibot'
import {
  fieldTypes,
  isTaken,
  type MessageFacts,
  type MessageTemplates,
  messageFields,
  messageTemplates,
  natureOf,
  templateFaults,
} from '#contract/shared/message'
import { mondayNine } from '#support/time'

const facts: MessageFacts = {
  matter: '水管漏水，厨房地上都是水，请尽快来看一看好吗',
  what: '有志愿者认领了',
  short: '有消息了',
  when: mondayNine,
  until: mondayNine,
  from: '土崩坎社区',
  phone: '023-7222 0000',
  tip: '请打开小程序看一看',
  reference: 'b_0123456789abcdef0123456789abcdef0123',
}
const words = Object.keys(natureOf) as (keyof MessageFacts)[]

it('words are cut to what their field takes', () => {
  const fields = { matter: 'thing4', what: 'phrase7', when: 'time2', from: 'name1', phone: 'phone_number9' }
  expect(messageFields({ fields }, facts)).toEqual({
    thing4: '水管漏水，厨房地上都是水，请尽快来看一…',
    phrase7: '有志愿者认',
    time2: expect.stringMatching(/^\d{4}年\d{2}月\d{2}日 09:00$/),
    name1: '土崩坎社区',
    phone_number9: '023-72220000',
  })
})

it('whatever people wrote, WeChat takes every field', () => {
  const text = fc.string({ unit: 'binary', maxLength: 50 })
  const written = fc.record({
    ...{ matter: text, what: text, short: text, from: text, phone: text, tip: text, reference: text },
    when: fc.integer({ min: 1.6e12, max: 2e12 }),
    until: fc.integer({ min: 1.6e12, max: 2e12 }),
  })
  const placed = words.flatMap((word) =>
    Object.entries(fieldTypes).flatMap(([type, { takes }]) =>
      (takes as readonly string[]).includes(natureOf[word]) ? [{ word, key: `${type}1` }] : [],
    ),
  )
  fc.assert(
    fc.property(written, fc.constantFrom(...placed), (said, { word, key }) => {
      const filled = messageFields({ fields: { [word]: key } }, said)
      expect(filled[key] !== undefined && isTaken(key, filled[key])).toBe(true)
    }),
    { numRuns: 60 },
  )
})

it.each<[string, string, boolean]>([
  ['thing1', '二十个字二十个字二十个字二十个字二十个字', true],
  ['thing1', '二十一个字二十一个字二十一个字二十一个字二', false],
  ['thing1', '', false],
  ['thing1', '一行\n两行', false],
  ['phrase1', '已取消', true],
  ['phrase1', '已取消!', false],
  ['phrase1', '超过五个汉字', false],
  ['name1', '王奶奶', true],
  ['time1', '2019年10月1日 15:01', true],
  ['time1', '15:01~16:30', true],
  ['time1', '明天下午', false],
  ['date1', '2019-10-01', true],
  ['character_string1', '汉字', false],
  ['unheard1', '一', false],
])('WeChat takes in %s the text %s: %s', (key, text, taken) => {
  expect(isTaken(key, text)).toBe(taken)
})

const good = { id: 'tpl', fields: { matter: 'thing1', when: 'time2' } }
it.each<[string, MessageTemplates, object[]]>([
  ['a good one', { booking: good }, []],
  ['one for two purposes', { booking: good, team: good }, []],
  [
    'a type that WeChat has not',
    { booking: { id: 'tpl', fields: { what: 'stuff1' } } },
    [{ purpose: 'booking', word: 'what', key: 'stuff1', fault: 'unknown_type' }],
  ],
  [
    'a time in a field for people',
    { request: { id: 'tpl', fields: { when: 'name1' } } },
    [{ purpose: 'request', word: 'when', key: 'name1', fault: 'unfit' }],
  ],
  [
    'a field that nothing fits',
    { request: { id: 'tpl', fields: { what: 'amount3' } } },
    [{ purpose: 'request', word: 'what', key: 'amount3', fault: 'nothing_fits' }],
  ],
  [
    'two words in one field',
    { team: { id: 'tpl', fields: { matter: 'thing1', what: 'thing1' } } },
    [{ purpose: 'team', word: 'what', key: 'thing1', fault: 'key_twice' }],
  ],
  ['no words', { duty: { id: 'tpl', fields: {} } }, [{ purpose: 'duty', fault: 'no_words' }]],
  [
    'the same template with other fields',
    { booking: good, team: { ...good, fields: { matter: 'thing1' } } },
    [{ purpose: 'team', fault: 'other_fields' }],
  ],
])('of %s, the mistakes are named with purpose and field', (_name, templates, faults) => {
  expect(templateFaults(templates)).toEqual(faults)
})

it('what is no purpose and no word is refused', () => {
  const accepts = (input: unknown) => v.safeParse(messageTemplates, input).success
  expect(accepts({ booking: good })).toBe(true)
  expect(accepts({ stranger: good })).toBe(false)
  expect(accepts({ booking: { id: 'tpl', fields: { whatever: 'thing1' } } })).toBe(false)
  expect(accepts({ booking: { id: 'tpl', fields: { what: 'thing1; drop' } } })).toBe(false)
})
