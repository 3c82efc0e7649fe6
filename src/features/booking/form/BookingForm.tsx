import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useKeptDraft } from '#cloud/kept/useKeptDraft'
import { usePictures } from '#cloud/picture/usePictures'
import { offerProgressMessage } from '#cloud/wechat/progressMessages'
import type { Community } from '#contract/community'
import type { Dependent } from '#contract/dependent'
import type { AppointedProxy } from '#contract/proxy'
import { bookingDetail } from '#routes'
import { bookingFormText } from '#text/booking/bookingForm'
import { Choice } from '#ui/choice/Choice'
import { PicturesField } from '#ui/field/PicturesField'
import { ParagraphField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { goInstead } from '#ui/go/go'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { AfterBooking } from './AfterBooking'
import { BookingPlace, type BookingPlaceProps } from './BookingPlace'
import { BookingRisks } from './BookingRisks'
import { BookingWho, type BookingWhoProps } from './BookingWho'
import { BookingWindow } from './BookingWindow'
import { emptyBooking, withKind, withWho } from './bookingDraft'
import { checkBooking, labelsOf, refusedBooking } from './bookingInput'

/** Somebody the person acts for. */
export type Principal = Pick<AppointedProxy, 'memberId' | 'name'>

export interface BookingFormProps {
  community: Community
  /** Whom the person may book for beside themselves. */
  dependents: readonly Dependent[]
  /** Who has appointed the person, and may be chosen. */
  actsFor: readonly AppointedProxy[]
  /** The one member the page was opened for; then it does not ask for whom. */
  principal: Principal | undefined
  /** Chosen before the page was opened; without it the form asks. */
  service: string | undefined
  /** Whom the principal looks after. */
  theirs: readonly Dependent[]
  /** The person's own door in masked words; absent where it is not known. */
  household: string | undefined
}

/** Books help: everything on one page, checked beside each field before it is sent. */
export function BookingForm(props: BookingFormProps) {
  const { community, actsFor, principal, service, household } = props
  const place = `request:${service ?? ''}${principal ? `:${principal.memberId}` : ''}`
  const held = useKeptDraft(place, () => emptyBooking(Date.now()))
  const actingFor = principal?.memberId ?? held.draft.actingFor
  const acting = principal ?? actsFor.find(({ memberId }) => memberId === actingFor)
  const { held: pictures, tray } = usePictures(held.place, { purpose: 'booking_photo', actingFor })
  const door = doorOf(actingFor !== undefined, household)
  const form = useForm(held, {
    check: (draft) => checkBooking(draft, { now: Date.now(), service, hasHousehold: door !== undefined }),
    mends: true,
    by: useCommand('booking.request', { place: held.unanswered, actingFor }),
    pictures: { tray, into: (input, sent) => ({ ...input, ...sent }) },
    // Messages about it go to the member it is for.
    first: async () => {
      if (!actingFor) await offerProgressMessage(community.messageTemplates.bookingProgress)
    },
    onDone: ({ bookingId }) => {
      held.clear()
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
          options={offered.kinds.map(({ kind: value, title, needsLicence }) => ({
            value,
            title,
            detail: needsLicence && bookingFormText.licenced(needsLicence),
          }))}
          chosen={kind?.kind}
          onChoose={(chosen) => choose((now) => withKind(now, chosen))}
          error={faults.kind}
        />
      )}
      <ParagraphField
        label={bookingFormText.description}
        hint={bookingFormText.descriptionHint}
        initial={draft.description}
        maxLength={300}
        onText={(description) => write({ description })}
        error={faults.description}
      />
      <PicturesField hint={bookingFormText.picturesHint} held={pictures} />
      <BookingWindow draft={draft} onChoose={choose} error={faults.window} />
      <BookingPlace draft={draft} door={door} onChoose={choose} onWrite={write} error={faults.address} />
      <BookingRisks
        draft={draft}
        hints={kind?.riskHints ?? []}
        onChoose={choose}
        onWrite={write}
        error={faults.risks}
      />
      <AfterBooking steps={acting ? bookingFormText.nextFor(acting.name) : bookingFormText.next} />
      <Box className='stack-tight'>
        <FormFoot
          form={{ ...form, failure: wrong.length > 0 ? bookingFormText.unfinished(wrong) : form.failure }}
          action={bookingFormText.submit}
        />
      </Box>
    </Box>
  )
}

/** For whom it is: among those the person books for, or those the one principal of the page looks after. */
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

/** The door that is taken where no other is written: theirs for whom one acts, which is not shown, or one's own. */
function doorOf(acting: boolean, household: string | undefined): BookingPlaceProps['door'] {
  if (acting) return bookingFormText.theirHousehold
  return household === undefined ? undefined : { title: bookingFormText.household, detail: household }
}
