import { type StepCourse, useStep } from '#cloud/call/useStep'
import type { Community } from '#contract/community'
import type { PlacementCard } from '#contract/placement'
import { vacancyRunText as words } from '#text/vacancy/vacancy'
import { Confirm } from '#ui/sheet/Confirm'
import { ReasonSheet } from '#ui/sheet/ReasonSheet'
import { InviteSheet } from './InviteSheet'
import { PassSheet } from './PassSheet'
import type { PlacementAct } from './PlacementRow'
import { wayOvertaken } from './placementSteps'

export interface PlacementSheetsProps {
  act: PlacementAct
  person: PlacementCard
  firm: string
  limits: Pick<Community['limits'], 'followUpFirstDays' | 'followUpSecondDays'>
  course: StepCourse
  onClose: () => void
}

/** The sheet of what is to be done about somebody. */
export function PlacementSheets({ act, person, firm, limits, course, onClose }: PlacementSheetsProps) {
  switch (act) {
    case 'pass':
      return (
        <PassSheet
          person={person}
          firm={firm}
          onClose={(passed) => {
            onClose()
            if (passed) void course.refresh()
          }}
        />
      )
    case 'invite':
      return <Invite person={person} course={course} onClose={onClose} />
    case 'place':
      return <Place person={person} limits={limits} course={course} onClose={onClose} />
    case 'decline':
    case 'leave':
      return <EndWay act={act} person={person} course={course} onClose={onClose} />
  }
}

type OneOf<Part extends keyof PlacementSheetsProps = never> = Pick<
  PlacementSheetsProps,
  'person' | 'course' | 'onClose' | Part
>

function Invite({ person, course, onClose }: OneOf) {
  const step = useStep('placement.invite', course, wayOvertaken)
  return <InviteSheet person={person} step={step} onDone={onClose} onClose={onClose} />
}

function Place({ person: { placementId, name }, limits, course, onClose }: OneOf<'limits'>) {
  const step = useStep('placement.place', course, wayOvertaken)
  return (
    <Confirm
      title={words.placeTitle(name)}
      text={words.placeText(limits.followUpFirstDays, limits.followUpSecondDays)}
      action={words.placeAction}
      look='pine'
      busy={step.busy}
      failure={step.failure}
      onConfirm={async () => {
        const outcome = await step.take({ placementId }, () => words.done.place(name))
        if (outcome?.ok) onClose()
      }}
      keep={words.keep}
      onClose={onClose}
    />
  )
}

/** It came to nothing, or is over: with a reason that the person reads. */
function EndWay({ act, person, course, onClose }: OneOf & { act: 'decline' | 'leave' }) {
  const { placementId, name } = person
  const step = useStep(`placement.${act}`, course, wayOvertaken)
  const declines = act === 'decline'
  return (
    <ReasonSheet
      title={declines ? words.declineTitle(name) : words.outTitle(name)}
      text={declines ? words.declineText : words.leaveText}
      label={words.declineLabel}
      reasons={declines ? words.declineReasons : words.leaveReasons}
      action={words[act]}
      busy={step.busy}
      failure={step.failure}
      onReason={async (reason) => {
        const outcome = await step.take({ placementId, reason }, () => words.done[act](name))
        if (outcome?.ok) onClose()
      }}
      onClose={onClose}
    />
  )
}
