import type { MessageTemplates } from '#contract/shared/message'
import { checkTemplate, draftOf } from '#features/community/messages/templateDraft'

const fields = { matter: 'thing4', what: 'thing7', when: 'time2' }
const messages: MessageTemplates = {
  activity: { id: 'news', fields },
  training: { id: 'news', fields },
  booking: { id: 'other', fields },
}

describe('A template that serves several purposes', () => {
  it.each(['activity', 'training'] as const)('is changed in all of them by the page of %s', (purpose) => {
    const draft = { ...draftOf(messages, purpose), what: 'thing9' }
    const changed = { id: 'news', fields: { ...fields, what: 'thing9' } }
    expect(checkTemplate(messages, purpose, draft).input).toEqual({
      ...messages,
      activity: changed,
      training: changed,
    })
  })

  it('stays in the others where one purpose takes another', () => {
    const draft = { ...draftOf(messages, 'training'), id: 'lessons', what: 'thing9' }
    expect(checkTemplate(messages, 'training', draft).input).toMatchObject({
      activity: { id: 'news', fields },
      training: { id: 'lessons', fields: { what: 'thing9' } },
    })
  })
})
