import { useState } from 'react'
import type { Community } from '#contract/community'
import type { Dependent } from '#contract/member'
import { useCommand } from '../../cloud/useCommand'
import { bookingDetail } from '../../routes'
import { requestText } from '../../text/bookingRequest'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { goInstead } from '../../ui/go'
import { ParagraphField } from '../../ui/TextField'
import { AfterRequest } from './AfterRequest'
import { offerProgressMessage } from './progressMessages'
import { RequestPlace } from './RequestPlace'
import { RequestRisks } from './RequestRisks'
import { RequestWindow } from './RequestWindow'
import { type RequestDraft, type RequestWords, withKind } from './requestDraft'
import { checkRequest, faultsOf, labelsOf, type RequestFaults, remaining } from './requestInput'
import { useRequestDraft } from './useRequestDraft'

export interface RequestFormProps {
  community: Community
  /** Whom the person may book for beside themselves. */
  dependents: readonly Dependent[]
  /** Chosen before the page was opened; without it the form asks. */
  service: string | undefined
  /** The person's own door in masked words; absent where it is not known. */
  household: string | undefined
}

const myself = ''

/** Books help: everything on one page, checked beside each field before it is sent. */
export function RequestForm({ community, dependents, service, household }: RequestFormProps) {
  const held = useRequestDraft(service)
  const { draft, written } = held
  const [faults, setFaults] = useState<RequestFaults>({})
  const [asking, setAsking] = useState(false)
  const request = useCommand('booking.request', held.unanswered)

  const offered = community.services.find((each) => each.service === (service ?? draft.service))
  const kind = offered?.kinds.find((each) => each.kind === draft.kind)

  const check = () =>
    checkRequest(written(), { now: Date.now(), service, hasHousehold: household !== undefined })
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
    await offerProgressMessage(community.messageTemplates.bookingProgress)
    const outcome = await request.attempt(checked.input)
    setAsking(false)
    if (outcome?.ok) {
      held.clear()
      goInstead(bookingDetail(outcome.data.bookingId))
    } else if (outcome) {
      setFaults(faultsOf(outcome))
    }
  }

  const wrong = labelsOf(faults, draft.place)
  return (
    <Box className='stack'>
      {dependents.length > 0 && (
        <Choice
          label={requestText.who}
          options={[
            { value: myself, title: requestText.myself },
            ...dependents.map(({ dependentId, name, relation }) => ({
              value: dependentId,
              title: name,
              detail: relation,
            })),
          ]}
          chosen={draft.forDependentId ?? myself}
          onChoose={(chosen) => {
            const { forDependentId: _, ...rest } = draft
            choose(chosen === myself ? rest : { ...rest, forDependentId: chosen })
          }}
          error={faults.forDependentId}
        />
      )}
      {service === undefined && (
        <Choice
          label={requestText.service}
          options={community.services.map(({ service: value, title }) => ({ value, title }))}
          chosen={draft.service}
          onChoose={(chosen) => choose({ ...draft, service: chosen })}
          error={faults.service}
        />
      )}
      {offered && (
        <Choice
          label={requestText.kind}
          options={offered.kinds.map(({ kind: value, title, needsLicence }) => ({
            value,
            title,
            detail: needsLicence && requestText.licenced(needsLicence),
          }))}
          chosen={kind?.kind}
          onChoose={(chosen) => choose(withKind(draft, chosen))}
          error={faults.kind}
        />
      )}
      <ParagraphField
        label={requestText.description}
        hint={requestText.descriptionHint}
        initial={draft.description}
        maxLength={300}
        onText={(description) => write({ description })}
        error={faults.description}
      />
      <RequestWindow draft={draft} onChoose={choose} error={faults.window} />
      <RequestPlace
        draft={draft}
        household={household}
        onChoose={choose}
        onWrite={write}
        error={faults.address}
      />
      <RequestRisks
        draft={draft}
        hints={kind?.riskHints ?? []}
        onChoose={choose}
        onWrite={write}
        error={faults.risks}
      />
      <AfterRequest />
      <Box className='stack-tight'>
        {wrong.length > 0 && <Banner tone='bad'>{requestText.unfinished(wrong)}</Banner>}
        {request.failure && wrong.length === 0 && <Banner tone='bad'>{request.failure.message}</Banner>}
        <Button busy={asking} onPress={submit}>
          {requestText.submit}
        </Button>
      </Box>
    </Box>
  )
}
