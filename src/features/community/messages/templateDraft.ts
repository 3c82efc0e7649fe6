import type { Checked } from '#cloud/call/checked'
import { type Purpose, purposes } from '#contract/notice'
import {
  type MessageTemplates,
  type MessageWord,
  messageWords,
  templateFaults,
} from '#contract/shared/message'
import { templateFaultWords } from '#contract/shared/messageText'
import { messagesText as words } from '#text/community/messages'

/** The template's id, and the field of each word, as they are typed. */
export type TemplateDraft = Record<'id' | MessageWord, string>

export const draftOf = (messages: MessageTemplates, purpose: Purpose): TemplateDraft => {
  const { id = '', fields = {} } = messages[purpose] ?? {}
  const keys = messageWords.map((word) => [word, fields[word] ?? ''] as const)
  return { id, ...(Object.fromEntries(keys) as Record<MessageWord, string>) }
}

/** The fields that were typed, without those left empty. */
export const typedFields = (draft: TemplateDraft): { [Word in MessageWord]?: string } =>
  Object.fromEntries(
    messageWords.flatMap((word) => {
      const key = draft[word].trim().toLowerCase()
      return key === '' ? [] : [[word, key]]
    }),
  )

/**
 * All templates with this one; without it where everything was left empty. A template that serves other purposes as well
 * has the same fields there.
 */
export function checkTemplate(
  messages: MessageTemplates,
  purpose: Purpose,
  draft: TemplateDraft,
): Checked<MessageTemplates, keyof TemplateDraft> {
  const { [purpose]: _, ...rest } = messages
  const others: MessageTemplates = rest
  const [id, fields] = [draft.id.trim(), typedFields(draft)]
  if (id === '' && Object.keys(fields).length === 0) return { input: others }
  if (id === '') return { faults: { id: words.idMissing } }
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) return { faults: { id: words.idWrong } }
  const sharing = purposes.filter((each) => others[each]?.id === id)
  const all: MessageTemplates = { ...others, [purpose]: { id, fields } }
  for (const each of sharing) all[each] = { id, fields }
  const found = templateFaults(all).filter((fault) => fault.purpose === purpose)
  if (found.length === 0) return { input: all }
  return { faults: Object.fromEntries(found.map((fault) => [fault.word ?? 'id', templateFaultWords(fault)])) }
}
