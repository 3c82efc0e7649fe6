import { useCallback, useRef, useState } from 'react'
import { useNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { WholeCommunity } from '#contract/community'
import type { Purpose } from '#contract/notice'
import { type MessageTemplates, messageWords } from '#contract/shared/message'
import { messageWordTitles, purposeTitles } from '#contract/shared/messageText'
import { messageWordHints, messagesText as words } from '#text/community/messages'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { TemplatePreview } from './TemplatePreview'
import { checkTemplate, draftOf, type TemplateDraft } from './templateDraft'

export interface TemplateEditorProps {
  purpose: Purpose
  whole: WholeCommunity
  /** Reads the community again. */
  refresh: () => Promise<void>
}

/** One purpose's template: its id, the field of each word, and what a message looks like then. */
export function TemplateEditor({ purpose, whole, refresh }: TemplateEditorProps) {
  const now = useNow()
  const [base] = useState(whole)
  const rev = useRef(whole.rev)
  const [saved, setSaved] = useState(false)
  const messages = base.messages ?? {}
  const initial = draftOf(messages, purpose)
  const hearing = useRef<(draft: TemplateDraft) => void>(() => {})
  const watch = useCallback((hear: (draft: TemplateDraft) => void) => {
    hearing.current = hear
  }, [])
  const edit = useCommand('community.edit')
  const held = useDraft<TemplateDraft>(initial, (draft) => hearing.current(draft))
  const form = useForm(held, {
    check: (draft) => checkTemplate(messages, purpose, draft),
    mends: true,
    atFault: showFirstFault,
    by: {
      ...edit,
      attempt: (all: MessageTemplates) => {
        setSaved(false)
        return edit.attempt({ rev: rev.current, messages: all })
      },
    },
    onDone: (reply) => {
      rev.current = reply.rev
      setSaved(true)
      void refresh()
    },
  })
  const refused = whole.messageFaults?.find(({ templateId }) => templateId === whole.messages?.[purpose]?.id)
  return (
    <Box className='stack'>
      <Maybe>{saved && <Banner tone='good'>{words.saved}</Banner>}</Maybe>
      <Maybe>{refused && <Banner tone='bad'>{words.fault(refused, now)}</Banner>}</Maybe>
      <Heading>{purposeTitles[purpose]}</Heading>
      <TextField
        label={words.id}
        hint={words.idHint}
        initial={initial.id}
        maxLength={64}
        error={form.faults.id}
        onText={(id) => form.write({ id })}
      />
      {messageWords.map((word) => (
        <TextField
          key={word}
          optional
          label={messageWordTitles[word]}
          hint={messageWordHints[word]}
          initial={initial[word]}
          placeholder={words.placeholder}
          maxLength={32}
          error={form.faults[word]}
          onText={(key) => form.write({ [word]: key })}
        />
      ))}
      <TemplatePreview {...{ purpose, initial, watch, now }} community={base} />
      <FormFoot form={form} action={words.save} />
    </Box>
  )
}
