import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { usePictures } from '#cloud/picture/usePictures'
import { offerProgressMessage } from '#cloud/wechat/progressMessages'
import type { Community } from '#contract/community'
import type { Dependent } from '#contract/dependent'
import type { AppointedProxy } from '#contract/proxy'
import { bookingDetail } from '#routes'
import { bookingFormText } from '#text/booking/bookingForm'
import { pictureText } from '#text/shared/picture'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { PicturesField } from '#ui/field/PicturesField'
import { ParagraphField } from '#ui/field/TextField'
import { goInstead } from '#ui/go/go'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { AfterRequest } from './AfterBooking'
import { RequestPlace, type RequestPlaceProps } from './BookingPlace'
import { RequestRisks } from './BookingRisks'
import { RequestWho } from './BookingWho'
import { RequestWindow } from './BookingWindow'
import { type RequestDraft, type RequestWords, withKind, withWho } from './bookingDraft'
import { checkRequest, faultsOf, labelsOf, type RequestFaults, remaining } from './bookingInput'
import { useRequestDraft } from './useBookingDraft'

/** Somebody the person acts for. */
export type Principal = Pick<AppointedProxy, 'memberId' | 'name'>

export interface RequestFormProps {
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
export function RequestForm(props: RequestFormProps) {
  const { community, dependents, actsFor, principal, theirs, service, household } = props
  const held = useRequestDraft(service, principal?.memberId)
  const { draft, written } = held
  const [faults, setFaults] = useState<RequestFaults>({})
  const [asking, setAsking] = useState(false)
  const [unsent, setUnsent] = useState(false)
  const actingFor = principal?.memberId ?? draft.actingFor
  const acting = principal ?? actsFor.find(({ memberId }) => memberId === actingFor)
  const request = useCommand('booking.request', { place: held.unanswered, actingFor })
  const { held: pictures, tray } = usePictures(held.place, { purpose: 'booking_photo', actingFor })
  const door = doorOf(actingFor !== undefined, household)

  const offered = community.services.find((each) => each.service === (service ?? draft.service))
  const kind = offered?.kinds.find((each) => each.kind === draft.kind)

  const check = () => checkRequest(written(), { now: Date.now(), service, hasHousehold: door !== undefined })
  /** Takes away what has been mended since; a new fault waits for the next tap on the button. */
  const mend = () => setFaults((before) => remaining(before, check().faults ?? {}))
  const choose = (next: RequestDraft) => {
    held.choose(next)
    mend()
  }
  const write = (words: Partial<RequestWords>) => {
    held.write(words)
    mend()
  }

  async function submit() {
    if (asking) return
    const checked = check()
    setFaults(checked.faults ?? {})
    if (!checked.input) return
    setAsking(true)
    setUnsent(false)
    // Messages about it go to the member it is for.
    if (!actingFor) await offerProgressMessage(community.messageTemplates.bookingProgress)
    const outcome = await tray.deliver((fileIds) => request.attempt({ ...checked.input, ...fileIds }))
    setAsking(false)
    setUnsent(outcome === 'unsent' || outcome?.ok === false)
    if (outcome === 'unsent') return
    if (outcome?.ok) {
      held.clear()
      tray.clear()
      goInstead(bookingDetail(outcome.data.bookingId, actingFor))
    } else if (outcome) {
      setFaults(faultsOf(outcome))
    }
  }

  const wrong = labelsOf(faults, draft.place)
  return (
    <Box className='stack'>
      {!principal && (
        <RequestWho
          draft={draft}
          dependents={dependents}
          actsFor={actsFor}
          onChoose={choose}
          error={faults.forDependentId}
        />
      )}
      {principal && theirs.length > 0 && (
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
          onChoose={(forDependentId) => choose(withWho(draft, forDependentId ? { forDependentId } : {}))}
          error={faults.forDependentId}
        />
      )}
      <Maybe>{acting && <Banner tone='plain'>{bookingFormText.acting(acting.name)}</Banner>}</Maybe>
      {service === undefined && (
        <Choice
          label={bookingFormText.service}
          options={community.services.map(({ service: value, title }) => ({ value, title }))}
          chosen={draft.service}
          onChoose={(chosen) => choose({ ...draft, service: chosen })}
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
          onChoose={(chosen) => choose(withKind(draft, chosen))}
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
      <RequestWindow draft={draft} onChoose={choose} error={faults.window} />
      <RequestPlace draft={draft} door={door} onChoose={choose} onWrite={write} error={faults.address} />
      <RequestRisks
        draft={draft}
        hints={kind?.riskHints ?? []}
        onChoose={choose}
        onWrite={write}
        error={faults.risks}
      />
      <AfterRequest steps={acting ? bookingFormText.nextFor(acting.name) : bookingFormText.next} />
      <Box className='stack-tight'>
        <Maybe>
          {wrong.length > 0 && <Banner tone='bad'>{bookingFormText.unfinished(wrong)}</Banner>}
          {unsent && !request.failure && wrong.length === 0 && (
            <Banner tone='bad'>{pictureText.notSent}</Banner>
          )}
          {request.failure && wrong.length === 0 && <Banner tone='bad'>{request.failure.message}</Banner>}
        </Maybe>
        <Button busy={asking} onPress={submit}>
          {bookingFormText.submit}
        </Button>
      </Box>
    </Box>
  )
}

/** The door that is taken where no other is written: theirs for whom one acts, which is not shown, or one's own. */
function doorOf(acting: boolean, household: string | undefined): RequestPlaceProps['door'] {
  if (acting) return bookingFormText.theirHousehold
  return household === undefined ? undefined : { title: bookingFormText.household, detail: household }
}
