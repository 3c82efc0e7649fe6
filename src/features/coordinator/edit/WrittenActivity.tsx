import type { ReactNode } from 'react'
import { cloudNow } from '#clock'
import type { NotDone } from '#cloud/call/useCommand'
import type { Form } from '#cloud/call/useForm'
import type { Community } from '#contract/community'
import { coordinatorActivity } from '#routes'
import { editorText as words } from '#text/activity/activityEditor'
import { Button } from '#ui/button/Button'
import { goInstead } from '#ui/go/go'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import type { Frame } from '../frame'
import { ActivityEditor, ActivityPreview } from './ActivityEditor'
import type { ActivityForm } from './activityFields'
import type { FormPart } from './activityForm'
import { remarksOf } from './planDates'
import type { HeldForm } from './useActivityForm'

export interface WrittenActivityProps {
  held: HeldForm
  form: Form<ActivityForm, FormPart>
  community: Community
  frame: Frame
  /** Of a published activity: how it was. */
  stood?: ActivityForm | undefined
  notDone: NotDone | undefined
  /** A sentence about what was done. */
  said: string | undefined
  /** The buttons that send the form. */
  children: ReactNode
}

/** The page of an activity that is being written: its fields, the preview, and the outcome of sending it. */
export function WrittenActivity(props: WrittenActivityProps) {
  const { held, form, community, frame, stood, notDone, said, children } = props
  const { activityId } = held
  return (
    <Box className='stack'>
      <Box className='soft small'>{words.kept}</Box>
      <ActivityEditor
        form={form}
        remarks={remarksOf(form.draft, cloudNow(), stood)}
        community={community}
        frame={frame}
        elderAge={community.limits.eldersFromAge}
        usualPercent={community.limits.courseLeastPercent}
      />
      <ActivityPreview draft={form.written()} />
      <Maybe>
        {notDone && <Banner tone='bad'>{whyNot(notDone)}</Banner>}
        {said && <Banner tone='good'>{said}</Banner>}
      </Maybe>
      {notDone?.code === 'conflict' && activityId && (
        <Button
          look='quiet'
          onPress={() => {
            held.clear()
            goInstead(coordinatorActivity(activityId))
          }}
        >
          {words.reload}
        </Button>
      )}
      {children}
    </Box>
  )
}

/** Says why the form was not sent. A conflict means that somebody else has edited the activity. */
export const whyNot = ({ code, message }: NotDone): string => (code === 'conflict' ? words.conflict : message)
