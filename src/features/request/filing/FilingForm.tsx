import { useEffect, useRef, useState } from 'react'
import { newCommandId } from '#cloud/call/commandId'
import { useCommand } from '#cloud/call/useCommand'
import { putOff } from '#cloud/kept/outbox'
import { useDraft } from '#cloud/kept/useDraft'
import { usePictures } from '#cloud/picture/usePictures'
import type { Community } from '#contract/community'
import { requestDetail, routes } from '#routes'
import { unsentText, filingText as words } from '#text/request/requestFiling'
import { pictureText } from '#text/shared/picture'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { PicturesField } from '#ui/field/PicturesField'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { goInstead } from '#ui/go/go'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { afterPutOff } from './afterPutOff'
import { CategoryQuestion } from './CategoryQuestion'
import { FilingPlace } from './FilingPlace'
import { FoundDraft } from './FoundDraft'
import {
  checkFiling,
  emptyFiling,
  type FilingDraft,
  type FilingFaults,
  type FilingWords,
  faultsAt,
  filingPlace,
  labelsAt,
  stillWrong,
  typedInFiling,
  whereFiled,
} from './filingDraft'
import { SimilarRequests } from './SimilarRequests'
import { UnsentRequests } from './UnsentRequests'

export interface FilingFormProps {
  community: Community
  /** Chosen before the person says otherwise. */
  home: { gridId: string; estateId?: string | undefined }
  /** A worker may file for somebody without a phone. */
  mayFileForOthers: boolean
}

/** Typed words of a place are looked up once the typing rests. */
const restMs = 600

/** Files a request: everything on one page; what others have filed about the same is shown before it is written out. */
export function FilingForm(props: FilingFormProps) {
  /** Emptied, it begins anew with all its fields. */
  const [emptied, setEmptied] = useState(0)
  return <Filing key={emptied} {...props} onEmpty={() => setEmptied((times) => times + 1)} />
}

function Filing({ community, home, mayFileForOthers, onEmpty }: FilingFormProps & { onEmpty: () => void }) {
  const held = useDraft(filingPlace, () => emptyFiling(home), typedInFiling)
  const { draft, written } = held
  const { held: pictures, tray } = usePictures(held.place, { purpose: 'request_photo' })
  const [faults, setFaults] = useState<FilingFaults>({})
  const [place, setPlace] = useState(draft.place.trim())
  const [sending, setSending] = useState(false)
  const [unsent, setUnsent] = useState(false)
  /** It waits for a network, or has gone out since; there is nothing more to fill in. */
  const [putAway, setPutAway] = useState<'waits' | 'sent'>()
  const resting = useRef<ReturnType<typeof setTimeout>>()
  const file = useCommand('request.file', { place: held.unanswered })
  const category = community.requestCategories.find((each) => each.category === draft.category)
  const asked = category?.fields.map(({ field }) => field) ?? []

  useEffect(() => () => clearTimeout(resting.current), [])

  const mend = () => setFaults((before) => stillWrong(before, checkFiling(written(), asked).faults ?? {}))
  const choose = (next: FilingDraft) => {
    held.choose(next)
    mend()
  }
  const write = (said: Partial<FilingWords>) => {
    held.write(said)
    mend()
    if (said.place === undefined) return
    clearTimeout(resting.current)
    resting.current = setTimeout(() => setPlace(written().place.trim()), restMs)
  }

  async function submit() {
    if (sending) return
    const checked = checkFiling(written(), asked)
    setFaults(checked.faults ?? {})
    if (!checked.input) return
    setSending(true)
    setUnsent(false)
    const { input } = checked
    let tried: string | undefined
    const outcome = await tray.deliver((fileIds) => {
      const whole = { ...input, ...fileIds }
      tried = JSON.stringify(whole)
      return file.attempt(whole)
    })
    setSending(false)
    if (outcome === 'unsent') {
      setUnsent(true)
    } else if (outcome?.ok) {
      held.clear()
      tray.clear()
      goInstead(requestDetail(outcome.data.requestId))
    } else if (outcome?.code === 'unreachable') {
      const before = held.unanswered.current
      const commandId = before && before.input === tried ? before.commandId : newCommandId()
      const pictures = tray.kept()
      await putOff({ commandId, input, tried, pictures, draft: written(), madeAt: Date.now() })
      held.clear()
      tray.clear('later')
      setPutAway('waits')
      afterPutOff()
    } else if (outcome) {
      setFaults(faultsAt((outcome.issues ?? []).map(({ path }) => path)))
    }
  }

  if (putAway)
    return (
      <Box className='stack'>
        <Maybe>{putAway === 'sent' && <Banner tone='good'>{unsentText.sent}</Banner>}</Maybe>
        <UnsentRequests onSent={() => setPutAway('sent')} />
        <Maybe>
          {putAway === 'sent' && (
            <Button look='quiet' to={routes.myRequests}>
              {unsentText.see}
            </Button>
          )}
        </Maybe>
        <Button look='quiet' onPress={onEmpty}>
          {unsentText.another}
        </Button>
      </Box>
    )
  const where = whereFiled({ ...draft, place })
  const placed = 'estateId' in where || 'place' in where
  const wrong = labelsAt(faults)
  return (
    <Box className='stack'>
      {held.found && (
        <FoundDraft
          onEmpty={() => {
            held.clear()
            tray.clear()
            onEmpty()
          }}
        />
      )}
      <Choice
        label={words.category}
        options={community.requestCategories.map(({ category: value, title }) => ({ value, title }))}
        chosen={draft.category}
        onChoose={(chosen) => choose({ ...draft, category: chosen })}
        error={faults.category}
      />
      <FilingPlace community={community} draft={draft} faults={faults} onChoose={choose} onWrite={write} />
      <Maybe>
        {category && placed && (
          <SimilarRequests
            asked={{ category: category.category, ...where }}
            community={community}
            onJoined={(requestId) => {
              held.clear()
              tray.clear()
              goInstead(requestDetail(requestId))
            }}
          />
        )}
      </Maybe>
      <Maybe>
        {category && category.fields.length > 0 && (
          <Box className='stack' key={category.category}>
            {category.fields.map((question) => (
              <CategoryQuestion
                key={question.field}
                question={question}
                said={written().answers[question.field]}
                onSaid={(said, drawn) => {
                  write({ answers: { ...written().answers, [question.field]: said } })
                  if (drawn) held.choose(draft)
                }}
              />
            ))}
          </Box>
        )}
      </Maybe>
      <ParagraphField
        label={words.description}
        hint={words.descriptionHint}
        initial={draft.description}
        maxLength={500}
        onText={(description) => write({ description })}
        error={faults.description}
      />
      <PicturesField hint={words.picturesHint} held={pictures} />
      {mayFileForOthers && (
        <Choice
          label={words.who}
          options={[
            { value: 'myself', title: words.myself },
            { value: 'other', title: words.other, detail: words.otherDetail },
          ]}
          chosen={draft.forOther ? 'other' : 'myself'}
          onChoose={(chosen) => choose({ ...draft, forOther: chosen === 'other' })}
        />
      )}
      <Maybe>
        {mayFileForOthers && draft.forOther && (
          <Box className='stack'>
            <TextField
              label={words.residentName}
              initial={draft.residentName}
              maxLength={20}
              error={faults.forResident}
              onText={(residentName) => write({ residentName })}
            />
            <TextField
              label={words.residentPhone}
              initial={draft.residentPhone}
              optional
              keyboard='phone'
              maxLength={20}
              onText={(residentPhone) => write({ residentPhone })}
            />
          </Box>
        )}
      </Maybe>
      <Box className='soft'>{words.next}</Box>
      <Box className='stack-tight'>
        <Maybe>
          {wrong.length > 0 && <Banner tone='bad'>{words.unfinished(wrong)}</Banner>}
          {unsent && wrong.length === 0 && <Banner tone='bad'>{pictureText.notSent}</Banner>}
          {file.failure && wrong.length === 0 && <Banner tone='bad'>{file.failure.message}</Banner>}
        </Maybe>
        <Button busy={sending} onPress={submit}>
          {words.submit}
        </Button>
      </Box>
    </Box>
  )
}
