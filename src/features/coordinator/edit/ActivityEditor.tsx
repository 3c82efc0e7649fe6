import { useState } from 'react'
import { activityKinds } from '#contract/activity'
import type { Community } from '#contract/community'
import { SessionSheet } from '#features/coordinator/roster/SessionSheet'
import { editorText as words } from '#text/activity/activityEditor'
import { coordinatorText } from '#text/activity/coordinator'
import { windowWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { ManyChoice } from '#ui/choice/ManyChoice'
import { MomentField } from '#ui/field/MomentField'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { readWindow } from '#ui/field/windowDraft'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { Row, Rows } from '#ui/show/Row'
import type { FormFaults, Invited, SessionForm } from './activityForm'
import type { HeldForm } from './useActivityForm'

const kinds = activityKinds.map((value) => ({ value, title: coordinatorText.kind[value] }))
const rules = (['first_come', 'draw'] as const).map((value) => ({ value, ...words.rules[value] }))

export interface ActivityEditorProps {
  held: HeldForm
  faults: FormFaults
  community: Pick<Community, 'grids' | 'estates'>
  elderAge: number
}

const toggled = (chosen: readonly string[], value: string) =>
  chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]

/** Everything that is written of an activity. */
export function ActivityEditor({ held, faults, community, elderAge }: ActivityEditorProps) {
  const { form, choose, write } = held
  const [open, setOpen] = useState<number | 'new'>()
  const now = Date.now()
  const last = form.sessions[form.sessions.length - 1]
  const session: SessionForm | undefined =
    open === 'new'
      ? {
          window: last?.window ?? { day: '', from: '', to: '' },
          capacity: last?.capacity ?? '30',
          shifts: [],
        }
      : open === undefined
        ? undefined
        : form.sessions[open]
  const put = (sessions: readonly SessionForm[]) => {
    setOpen(undefined)
    choose({ sessions })
  }
  const invitedOptions: { value: Invited; title: string; detail?: string | undefined }[] = [
    { value: 'all', title: words.invited.all.title },
    { value: 'elders', title: words.invited.elders.title, detail: words.invited.elders.detail(elderAge) },
    { value: 'children', ...words.invited.children },
    { value: 'ages', ...words.invited.ages },
  ]

  return (
    <Box className='stack'>
      <Choice label={words.kind} options={kinds} chosen={form.kind} onChoose={(kind) => choose({ kind })} />
      <TextField
        label={words.title}
        initial={form.title}
        maxLength={40}
        error={faults.title}
        onText={(title) => write({ title })}
      />
      <ParagraphField
        label={words.summary}
        hint={words.summaryHint}
        initial={form.summary}
        maxLength={1000}
        error={faults.summary}
        onText={(summary) => write({ summary })}
      />
      <TextField
        label={words.place}
        initial={form.place}
        maxLength={60}
        error={faults.place}
        onText={(place) => write({ place })}
      />
      <Card title={words.sessions}>
        <Box className='soft small'>{words.sessionsHint}</Box>
        <Maybe>
          {form.sessions.length > 0 && (
            <Rows>
              {form.sessions.map((each, index) => (
                <Row
                  key={keyOf(each)}
                  title={sessionWords(each, now)}
                  detail={words.sessionDetail(each.capacity, each.shifts.length)}
                  onPress={() => setOpen(index)}
                />
              ))}
            </Rows>
          )}
        </Maybe>
        <Maybe>
          {faults.sessions && (
            <Box className='field-error' role='alert'>
              {faults.sessions}
            </Box>
          )}
        </Maybe>
        <Button look='quiet' onPress={() => setOpen('new')}>
          {words.addSession}
        </Button>
      </Card>
      <MomentField
        label={words.opens}
        draft={form.opens}
        error={faults.opens}
        onDraft={(opens) => choose({ opens })}
      />
      <MomentField
        label={words.closes}
        draft={form.closes}
        error={faults.closes}
        onDraft={(closes) => choose({ closes })}
      />
      <Choice
        label={words.rule}
        options={rules}
        chosen={form.rule}
        onChoose={(rule) => choose({ rule })}
        tall
      />
      <TextField
        label={words.partyMax}
        initial={form.partyMax}
        keyboard='digits'
        maxLength={2}
        error={faults.partyMax}
        onText={(partyMax) => write({ partyMax })}
      />
      <Choice
        label={words.audience}
        options={invitedOptions}
        chosen={form.invited}
        onChoose={(invited) => choose({ invited })}
        tall
      />
      <Maybe>
        {form.invited === 'ages' && (
          <Box className='stack-tight'>
            <TextField
              label={words.minAge}
              hint={words.agesHint}
              initial={form.minAge}
              keyboard='digits'
              optional
              maxLength={3}
              error={faults.ages}
              onText={(minAge) => write({ minAge })}
            />
            <TextField
              label={words.maxAge}
              initial={form.maxAge}
              keyboard='digits'
              optional
              maxLength={3}
              onText={(maxAge) => write({ maxAge })}
            />
          </Box>
        )}
      </Maybe>
      <ManyChoice
        label={words.grids}
        options={community.grids.map(({ gridId, name }) => ({ value: gridId, title: name }))}
        chosen={form.gridIds}
        onToggle={(gridId) => choose({ gridIds: toggled(form.gridIds, gridId) })}
      />
      <ManyChoice
        label={words.estates}
        options={community.estates.map(({ estateId, name }) => ({ value: estateId, title: name }))}
        chosen={form.estateIds}
        onToggle={(estateId) => choose({ estateIds: toggled(form.estateIds, estateId) })}
      />
      <Maybe>
        {form.kind === 'training' && (
          <TextField
            label={words.subsidy}
            hint={words.subsidyHint}
            initial={form.subsidy}
            keyboard='digits'
            optional
            maxLength={5}
            error={faults.subsidy}
            onText={(subsidy) => write({ subsidy })}
          />
        )}
      </Maybe>
      <Maybe>
        {session && open !== undefined && (
          <SessionSheet
            session={session}
            now={now}
            onKeep={(kept) =>
              put(
                open === 'new'
                  ? [...form.sessions, kept]
                  : form.sessions.map((each, index) => (index === open ? kept : each)),
              )
            }
            onRemove={
              open === 'new' ? undefined : () => put(form.sessions.filter((_, index) => index !== open))
            }
            onClose={() => setOpen(undefined)}
          />
        )}
      </Maybe>
    </Box>
  )
}

const keyOf = ({ sessionId, window }: SessionForm) =>
  `${sessionId ?? ''} ${window.day} ${window.from} ${window.to}`

function sessionWords({ window }: SessionForm, now: number): string {
  const span = readWindow(window)
  return span ? windowWords(span, now) : words.sessionUnset
}

/** What residents will read, drawn from what is chosen and was typed until the last choice. */
export function ActivityPreview({ held }: { held: HeldForm }) {
  const { title, summary, place, sessions, opens, closes, rule, invited, partyMax } = held.written()
  const now = Date.now()
  return (
    <Card title={words.preview} edge='cinnabar'>
      <Box className='strong'>{title || words.previewUntitled}</Box>
      <Box>{summary}</Box>
      <Box>{place}</Box>
      {sessions.map((each) => (
        <Box key={keyOf(each)}>{`${sessionWords(each, now)}，${words.previewPlaces(each.capacity)}`}</Box>
      ))}
      <Box>{`${words.invited[invited].title} · ${words.rules[rule].title} · ${words.previewParty(partyMax)}`}</Box>
      <Box className='soft small'>
        {words.previewSignup(`${opens.day} ${opens.time}`, `${closes.day} ${closes.time}`)}
      </Box>
    </Card>
  )
}
