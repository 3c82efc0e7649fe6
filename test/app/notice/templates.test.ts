import { readSettings } from '#app/call/settings'
import { templateIds, templatesOf } from '#app/notice/templates'

const key = Buffer.alloc(32, 7).toString('base64')
const settingsOf = (templates?: unknown) =>
  readSettings({
    ...{ FIRST_ADMIN_OPENID: 'wx_first', SEAL_KEYS: `k1:${key}`, INDEX_KEY: key },
    ...(templates !== undefined && {
      MESSAGE_TEMPLATES: typeof templates === 'string' ? templates : JSON.stringify(templates),
    }),
  })
const booking = { id: 'tpl_1', fields: { matter: 'thing1', what: 'thing2', when: 'time3' } }

it('the templates of a deployment are read, also in the form of earlier editions', () => {
  expect(settingsOf().messageTemplates).toEqual({})
  expect(settingsOf({ booking }).messageTemplates).toEqual({ booking })
  expect(settingsOf({ bookingProgress: 'tpl_1' }).messageTemplates).toEqual({ booking })
})

it.each([
  ['not JSON', '{', /^MESSAGE_TEMPLATES must be JSON/],
  ['a list', [], /^MESSAGE_TEMPLATES must be JSON|^MESSAGE_TEMPLATES is wrong/],
  ['a purpose that there is not', { lottery: booking }, /^MESSAGE_TEMPLATES is wrong at lottery/],
  [
    'an id with a space',
    { booking: { ...booking, id: 'tpl 1' } },
    /^MESSAGE_TEMPLATES is wrong at booking\.id/,
  ],
  [
    'a field that WeChat has not',
    { booking: { id: 'tpl_1', fields: { what: 'stuff4' } } },
    /^MESSAGE_TEMPLATES: booking\.fields\.what \(stuff4\) is no field that WeChat has/,
  ],
  [
    'a time in a field of a person',
    { activity: { id: 'tpl_1', fields: { when: 'name2' } } },
    /^MESSAGE_TEMPLATES: activity\.fields\.when \(name2\) is of a type that does not take this word/,
  ],
])('of %s, the operator reads setting, purpose and field', (_name, templates, sentence) => {
  expect(() => settingsOf(templates)).toThrow(sentence)
})

it('what an administrator has written takes the place of the deployment’s as a whole', () => {
  const settings = settingsOf({ booking })
  expect(templatesOf({}, settings)).toEqual({ booking })
  expect(templatesOf({ messages: {} }, settings)).toEqual({})
})

it('a client is given the ids by purpose, that of bookings under its earlier name as well', () => {
  const activity = { id: 'tpl_2', fields: { what: 'thing1' } }
  expect(templateIds({ booking, activity })).toEqual({
    ...{ booking: 'tpl_1', bookingProgress: 'tpl_1' },
    activity: 'tpl_2',
  })
})
