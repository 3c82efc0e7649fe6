import { useState } from 'react'
import { cloudNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { handOver, useForm } from '#cloud/call/useForm'
import type { Community } from '#contract/community'
import { coordinatorActivity } from '#routes'
import { editorText as words } from '#text/activity/activityEditor'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { goInstead } from '#ui/go/go'
import { Confirm } from '#ui/sheet/Confirm'
import { Maybe } from '#ui/show/Maybe'
import type { Frame } from '../frame'
import { changedParts, emptiedFields, readForm, type Written } from './activityForm'
import { remarksOf } from './planDates'
import type { HeldForm } from './useActivityForm'
import { WrittenActivity, whyNot } from './WrittenActivity'

export interface ChangeActivityProps {
  held: HeldForm
  /** The number of people with a place. */
  concerned: number
  community: Community
  frame: Frame
}

/** Edits a published activity. Before it sends, it shows what changes and how many people that concerns. */
export function ChangeActivity({ held, concerned, community, frame }: ChangeActivityProps) {
  const [said, setSaid] = useState<string>()
  const [asked, setAsked] = useState<{ parts: readonly string[]; written: Written }>()
  const edit = useCommand('activity.edit')
  const form = useForm(held, {
    check: (draft) => {
      const { written, faults } = readForm(
        draft,
        { elderAge: community.limits.eldersFromAge, frame },
        remarksOf(draft, cloudNow(), held.before),
      )
      return { input: written, faults }
    },
    by: handOver((written: Written) => {
      const parts = changedParts(held.before, held.written())
      edit.clear()
      if (parts.length === 0) setSaid(words.unchanged)
      else setAsked({ parts, written })
    }),
    mends: true,
    atFault: showFirstFault,
  })
  const ask = () => {
    setSaid(undefined)
    void form.submit()
  }
  async function change(written: Written) {
    const { activityId, rev, before } = held
    if (!activityId) return
    const empty = emptiedFields(before, written, community.limits.courseLeastPercent)
    const edited = { ...written, ...empty, activityId, ...(rev !== undefined && { rev }) }
    if (!(await edit.run(edited))) return
    held.clear()
    goInstead(coordinatorActivity(activityId))
  }
  return (
    <WrittenActivity
      {...{ held, form, community, frame, said }}
      stood={held.before}
      notDone={asked ? undefined : edit.notDone}
    >
      <Button onPress={ask}>{words.change}</Button>
      <Maybe>
        {asked && (
          <Confirm
            title={words.changeTitle}
            text={words.changeText(asked.parts, concerned)}
            action={words.changeAction}
            look='primary'
            busy={edit.busy}
            failure={edit.notDone && whyNot(edit.notDone)}
            onConfirm={() => change(asked.written)}
            keep={words.changeKeep}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Maybe>
    </WrittenActivity>
  )
}
