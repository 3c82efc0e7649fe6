import { useRef, useState } from 'react'
import { cloudNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import type { Community } from '#contract/community'
import { coordinatorActivity } from '#routes'
import { editorText as words } from '#text/activity/activityEditor'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { goInstead } from '#ui/go/go'
import { Box } from '#ui/show/Box'
import type { Frame } from '../frame'
import { readForm } from './activityForm'
import { remarksOf } from './planDates'
import type { HeldForm } from './useActivityForm'
import { WrittenActivity } from './WrittenActivity'

export interface WriteDraftProps {
  held: HeldForm
  community: Community
  frame: Frame
}

/** Writes an activity that only those see who run it, and saves it as a draft. */
export function WriteDraft({ held, community, frame }: WriteDraftProps) {
  const [said, setSaid] = useState<string>()
  const leaves = useRef(false)
  const save = useCommand('activity.saveDraft')
  const { activityId, rev } = held
  const form = useForm(held, {
    check: (draft) => {
      const { written, faults } = readForm(
        draft,
        { elderAge: community.limits.eldersFromAge, frame },
        remarksOf(draft, cloudNow()),
      )
      const target = { ...(activityId && { activityId }), ...(rev !== undefined && { rev }) }
      return { input: written && { ...written, ...target }, faults }
    },
    by: save,
    mends: true,
    atFault: showFirstFault,
    onDone: (saved) => {
      held.saved(saved.activityId)
      if (leaves.current) goInstead(coordinatorActivity(saved.activityId))
      else setSaid(words.saved)
    },
  })
  const store = (leave: boolean) => {
    leaves.current = leave
    setSaid(undefined)
    void form.submit()
  }
  return (
    <WrittenActivity {...{ held, form, community, frame, said }} notDone={save.notDone}>
      <Box className='stack-tight'>
        <Button busy={form.busy} onPress={() => store(true)}>
          {words.next}
        </Button>
        <Button look='quiet' busy={form.busy} onPress={() => store(false)}>
          {words.save}
        </Button>
      </Box>
    </WrittenActivity>
  )
}
