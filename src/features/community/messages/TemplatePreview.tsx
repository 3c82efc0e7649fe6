import { useEffect, useState } from 'react'
import type { WholeCommunity } from '#contract/community'
import type { Purpose } from '#contract/notice'
import { type MessageFacts, messageFields } from '#contract/shared/message'
import { purposeTitles } from '#contract/shared/messageText'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { typicalFacts, typicalReference, typicalTip, messagesText as words } from '#text/community/messages'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'
import { type TemplateDraft, typedFields } from './templateDraft'

export interface TemplatePreviewProps {
  purpose: Purpose
  initial: TemplateDraft
  /** Gives what is to be called with each change of the draft. */
  watch: (hear: (draft: TemplateDraft) => void) => void
  community: Pick<WholeCommunity, 'name' | 'phone'>
  now: Instant
}

/** What WeChat would show of a typical notice. It is drawn with each key; the fields beside it are not. */
export function TemplatePreview({ purpose, initial, watch, community, now }: TemplatePreviewProps) {
  const [draft, setDraft] = useState(initial)
  useEffect(() => watch(setDraft), [watch])
  const facts: MessageFacts = {
    ...typicalFacts[purpose],
    ...{ when: now + dayMs, until: now + dayMs, from: community.name, phone: community.phone },
    ...{ tip: typicalTip, reference: typicalReference },
  }
  const filled = Object.entries(messageFields({ fields: typedFields(draft) }, facts))
  return (
    <Card title={words.previewTitle}>
      <Box className='soft'>{purposeTitles[purpose]}</Box>
      {filled.length === 0 && <Box className='soft'>{words.previewNone}</Box>}
      {filled.map(([key, value]) => (
        <Cell key={key} name={key}>
          {value}
        </Cell>
      ))}
    </Card>
  )
}
