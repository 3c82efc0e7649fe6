import { cloudNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useRead } from '#cloud/call/useRead'
import { useKeptDraft } from '#cloud/kept/useKeptDraft'
import { usePictures } from '#cloud/picture/usePictures'
import type { Community, ServiceKind } from '#contract/community'
import type { Dependent } from '#contract/dependent'
import type { AppointedProxy } from '#contract/proxy'
import { bookingDetail } from '#routes'
import { bookingFormText } from '#text/booking/bookingForm'
import { Choice } from '#ui/choice/Choice'
import { PicturesField } from '#ui/field/PicturesField'
import { showFirstFault } from '#ui/field/showFirstFault'
import { readWindow } from '#ui/field/windowDraft'
import { FormFoot } from '#ui/form/FormFoot'
import { goInstead } from '#ui/go/go'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { AfterBooking } from './AfterBooking'
import { BookingDescription } from './BookingDescription'
import { BookingPlace, type BookingPlaceProps } from './BookingPlace'
import { BookingRisks } from './BookingRisks'
import { BookingTimes } from './BookingTimes'
import type { SeriesDays } from './BookingWeeks'
import { BookingWho, type BookingWhoProps } from './BookingWho'
import { type BookingDraft, emptyBooking, placesOf, windowDraftOf, withKind, withWho } from './bookingDraft'
import { checkBooking, labelsOf, refusedBooking } from './bookingInput'
import { noteBooked } from './justBooked'

/** A member for whom the person acts. */
type Principal = Pick<AppointedProxy, 'memberId' | 'name'>

export interface BookingFormProps {
  community: Community
  /** The person's own relatives, for whom they may book. */
  dependents: readonly Dependent[]
  /** The members who have appointed the person as proxy. */
  actsFor: readonly AppointedProxy[]
  /** The member for whom the page was opened. The form does not ask for whom then. */
  principal: Principal | undefined
  /** The service for which the page was opened. Without it the form asks. */
  service: string | undefined
  /** The relatives of the principal. */
  theirs: readonly Dependent[]
  /** The person's own door, masked. Absent when there is none. */
  household: string | undefined
}

/** Books help on one page. Faults stand beside their fields. */
export function BookingForm(props: BookingFormProps) {
  const { community, actsFor, principal, service, household } = props
  const keptUnder = `request:${service ?? ''}${principal ? `:${principal.memberId}` : ''}`
  const held = useKeptDraft(keptUnder, () => emptyBooking(cloudNow()))
  const actingFor = principal?.memberId ?? held.draft.actingFor
  const acting = principal ?? actsFor.find(({ memberId }) => memberId === actingFor)
  const { held: pictures, tray } = usePictures(held.keptUnder, { purpose: 'booking_photo', actingFor })
  const door = doorOf(actingFor !== undefined, household)
  const days = useSeriesDays(held.draft)
  const known = days.read?.state === 'ready' ? days.read.data.days : []
  const form = useForm(held, {
    check: (draft) =>
      checkBooking(draft, { now: cloudNow(), service, hasHousehold: door !== undefined, days: known }),
    mends: true,
    atFault: showFirstFault,
    by: useCommand('booking.request', { unanswered: held.unanswered, actingFor }),
    pictures: { tray, into: (input, sent) => ({ ...input, ...sent }) },
    onDone: ({ bookingId }) => {
      held.clear()
      noteBooked(bookingId)
      goInstead(bookingDetail(bookingId, actingFor))
    },
    onRefused: refusedBooking,
  })
  const { draft, faults, choose, write } = form
  const offered = community.services.find((each) => each.service === (service ?? draft.service))
  const kind = offered?.kinds.find((each) => each.kind === draft.kind)
  const wrong = labelsOf(faults, draft.place)
  return (
    <Box className='stack'>
      <ForWhom {...props} draft={draft} onChoose={choose} error={faults.forDependentId} />
      <Maybe>{acting && <Banner tone='plain'>{bookingFormText.acting(acting.name)}</Banner>}</Maybe>
      {service === undefined && (
        <Choice
          label={bookingFormText.service}
          options={community.services.map(({ service: value, title }) => ({ value, title }))}
          chosen={draft.service}
          onChoose={(chosen) => choose({ service: chosen })}
          error={faults.service}
        />
      )}
      {offered && (
        <Choice
          label={bookingFormText.kind}
          options={offered.kinds.map(optionOf)}
          chosen={kind?.kind}
          onChoose={(chosen) => choose((now) => kindChosen(now, offered.kinds, chosen))}
          error={faults.kind}
        />
      )}
      <BookingDescription
        draft={draft}
        kind={kind}
        onChoose={choose}
        onWrite={write}
        error={faults.description}
      />
      <PicturesField hint={bookingFormText.picturesHint(kind?.picturesHint)} held={pictures} />
      <BookingTimes
        draft={draft}
        kind={kind}
        days={days}
        most={community.limits.seriesWeeks}
        onChoose={choose}
        faults={faults}
      />
      <BookingPlace
        draft={draft}
        places={kind ? placesOf(kind) : []}
        door={door}
        onChoose={choose}
        onWrite={write}
        error={faults.address}
        destinationError={faults.destination}
      />
      <Maybe>
        {kind && (
          <BookingRisks
            draft={draft}
            hints={kind.riskHints ?? []}
            onChoose={choose}
            onWrite={write}
            error={faults.risks}
          />
        )}
      </Maybe>
      <AfterBooking steps={acting ? bookingFormText.nextFor(acting.name) : bookingFormText.next} />
      <FormFoot
        pinned
        form={{ ...form, failure: wrong.length > 0 ? bookingFormText.unfinished(wrong) : form.failure }}
        action={bookingFormText.submit}
      />
    </Box>
  )
}

/** The days of the series that is being written; they are not read while it is none. */
function useSeriesDays(draft: BookingDraft): SeriesDays {
  const { weeks } = draft
  const from = weeks === undefined ? undefined : readWindow(windowDraftOf(draft, cloudNow()))?.from
  const [read, again] = useRead(
    'booking.weeks',
    { from: from ?? 0, weeks: weeks ?? 2 },
    { wait: from === undefined },
  )
  return { read: from === undefined ? undefined : read, again }
}

const optionOf = ({ kind: value, title, needsLicence }: ServiceKind) => ({
  value,
  title,
  detail: needsLicence && bookingFormText.licenced(needsLicence),
})

/** Sets the kind of help that was tapped. */
function kindChosen(draft: BookingDraft, kinds: readonly ServiceKind[], chosen: string): BookingDraft {
  const [kind, before] = [chosen, draft.kind].map((id) => kinds.find((each) => each.kind === id))
  return kind ? withKind(draft, kind, before) : draft
}

/** Asks for whom the booking is: among the person's own choices, or among the principal and their relatives. */
function ForWhom({
  principal,
  theirs,
  ...who
}: Pick<BookingFormProps, 'principal' | 'theirs'> & BookingWhoProps) {
  if (!principal) return <BookingWho {...who} />
  if (theirs.length === 0) return null
  const { draft, onChoose, error } = who
  return (
    <Choice
      label={bookingFormText.who}
      options={[
        { value: '', title: principal.name },
        ...theirs.map(({ dependentId, name, relation }) => ({
          value: dependentId,
          title: name,
          detail: relation,
        })),
      ]}
      chosen={draft.forDependentId ?? ''}
      onChoose={(forDependentId) => onChoose((now) => withWho(now, forDependentId ? { forDependentId } : {}))}
      error={error}
    />
  )
}

/** The door that is used when no other is typed: the principal's, which is not shown, or the person's own. */
function doorOf(acting: boolean, household: string | undefined): BookingPlaceProps['door'] {
  if (acting) return bookingFormText.theirHousehold
  return household === undefined ? undefined : { title: bookingFormText.household, detail: household }
}
