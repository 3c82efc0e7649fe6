import { useForm } from '#cloud/call/useForm'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import { useDraft } from '#cloud/kept/useDraft'
import type { PublicationDetail, StationThing } from '#contract/publication'
import { thingNames } from '#text/publication/publication'
import { stationText as words } from '#text/station/station'
import { Choice } from '#ui/choice/Choice'
import { ManyChoice } from '#ui/choice/ManyChoice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'

export interface SaySheetProps {
  station: PublicationDetail
  course: StepCourse
  onClose: () => void
}

interface Said {
  open?: 'open' | 'closed'
  has: StationThing[]
}

/** Says how it is at a station, in a few taps. Nothing is chosen at first, so that nobody says what they have not seen. */
export function SaySheet({ station, course, onClose }: SaySheetProps) {
  const { publicationId, things = [] } = station
  const step = useStep('station.say', course, ['publication_over', 'not_found'])
  const form = useForm(useDraft<Said>({ has: [] }), {
    check: ({ open, has }) =>
      open === undefined
        ? { faults: { open: words.sayMissing } }
        : { input: { publicationId, open: open === 'open', has: open === 'open' ? has : [] } },
    mends: true,
    atFault: showFirstFault,
    by: step.saying(() => words.sayDone),
    onDone: onClose,
  })
  const { open, has } = form.draft
  const toggled = (value: string) =>
    things.filter((thing) => (thing === value ? !has.includes(thing) : has.includes(thing)))
  return (
    <Sheet title={words.sayTitle} onClose={onClose}>
      <Choice
        label={words.sayOpen}
        options={words.sayOptions}
        chosen={open}
        onChoose={(value) => form.choose({ open: value })}
        error={form.faults.open}
      />
      {open !== 'closed' && things.length > 0 && (
        <ManyChoice
          label={words.sayHas}
          hint={words.sayHasHint}
          options={things.map((value) => ({ value, title: thingNames[value] }))}
          chosen={has}
          onToggle={(value) => form.choose({ has: toggled(value) })}
        />
      )}
      <FormFoot form={form} action={words.sayAction} />
    </Sheet>
  )
}
