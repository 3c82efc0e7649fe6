import { useNow } from '#clock'
import { activityKinds } from '#contract/activity'
import { editorText as words } from '#text/activity/activityEditor'
import { coordinatorText } from '#text/activity/coordinator'
import { Choice } from '#ui/choice/Choice'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { AudienceFields, type AudienceFieldsProps } from './AudienceFields'
import type { ActivityForm } from './activityFields'
import type { DatesRemarks } from './planDates'
import { SessionsCard } from './SessionsCard'
import { SignupFields } from './SignupFields'
import { keyedSessions, sessionWords } from './sessionWords'

const kinds = activityKinds.map((value) => ({ value, title: coordinatorText.kind[value] }))

export interface ActivityEditorProps extends AudienceFieldsProps {
  remarks: DatesRemarks
}

/** All fields of an activity. */
export function ActivityEditor({ form, remarks, ...among }: ActivityEditorProps) {
  const { draft, faults, choose, write } = form
  return (
    <Box className='stack'>
      <Choice label={words.kind} options={kinds} chosen={draft.kind} onChoose={(kind) => choose({ kind })} />
      <TextField
        label={words.title}
        initial={draft.title}
        maxLength={40}
        error={faults.title}
        onText={(title) => write({ title })}
      />
      <ParagraphField
        label={words.summary}
        hint={words.summaryHint}
        initial={draft.summary}
        maxLength={1000}
        error={faults.summary}
        onText={(summary) => write({ summary })}
      />
      <TextField
        label={words.place}
        initial={draft.place}
        maxLength={60}
        error={faults.place}
        onText={(place) => write({ place })}
      />
      <SessionsCard draft={draft} remark={remarks.sessions} error={faults.sessions} onChoose={choose} />
      <SignupFields form={form} remark={remarks.closes} />
      <AudienceFields form={form} {...among} />
      <Maybe>
        {draft.kind === 'training' && (
          <TextField
            label={words.subsidy}
            hint={words.subsidyHint}
            initial={draft.subsidy}
            keyboard='digits'
            optional
            maxLength={5}
            error={faults.subsidy}
            onText={(subsidy) => write({ subsidy })}
          />
        )}
      </Maybe>
    </Box>
  )
}

/** Shows what residents will read. Typed text appears here with the next choice. */
export function ActivityPreview({ draft }: { draft: ActivityForm }) {
  const { title, summary, place, sessions, opens, closes, rule, invited, partyMax } = draft
  const now = useNow()
  return (
    <Card title={words.preview} edge='cinnabar'>
      <Box className='strong'>{title || words.previewUntitled}</Box>
      <Box>{summary}</Box>
      <Box>{place}</Box>
      {keyedSessions(sessions).map(({ key, session }) => (
        <Box key={key}>{`${sessionWords(session, now)}，${words.previewPlaces(session.capacity)}`}</Box>
      ))}
      <Box>{`${words.invited[invited].title} · ${words.rules[rule].title} · ${words.previewParty(partyMax)}`}</Box>
      <Box className='soft small'>
        {words.previewSignup(`${opens.day} ${opens.time}`, `${closes.day} ${closes.time}`)}
      </Box>
    </Card>
  )
}
