import { useState } from 'react'
import { useNow } from '#clock'
import { editorText as words } from '#text/activity/activityEditor'
import { coordinatorText } from '#text/activity/coordinator'
import { Choice } from '#ui/choice/Choice'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import { CourseFields } from '../course/CourseFields'
import { LessonsCard } from '../course/LessonsCard'
import { type Frame, onlyTeamOf } from '../frame'
import { AudienceFields, type AudienceFieldsProps } from './AudienceFields'
import { type ActivityForm, isCourseForm } from './activityFields'
import type { DatesRemarks } from './planDates'
import { SessionsCard } from './SessionsCard'
import { SignupFields } from './SignupFields'
import { keyedSessions, sessionWords } from './sessionWords'

export interface ActivityEditorProps extends AudienceFieldsProps {
  frame: Frame
  remarks: DatesRemarks
  /** Per cent of its lessons that complete a course, where nothing else is written. */
  usualPercent: number
}

/** All fields of an activity. */
export function ActivityEditor({ form, remarks, frame, usualPercent, ...among }: ActivityEditorProps) {
  const { draft, faults, choose, write } = form
  const course = isCourseForm(draft)
  // what a coordinator has chosen stands, though a leader could not choose it
  const kinds = [...new Set([...frame.kinds, draft.kind])].map((value) => ({
    value,
    title: coordinatorText.kind[value],
  }))
  return (
    <Box className='stack'>
      <TeamField form={form} frame={frame} />
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
      {course ? (
        <>
          <LessonsCard draft={draft} remark={remarks.sessions} error={faults.sessions} onChoose={choose} />
          <CourseFields form={form} usualPercent={usualPercent} />
        </>
      ) : (
        <SessionsCard
          draft={draft}
          mostPeople={frame.mostPeople}
          remark={remarks.sessions}
          error={faults.sessions}
          onChoose={choose}
        />
      )}
      <SignupFields
        form={form}
        remark={remarks.closes}
        lots={!frame.leader || draft.rule === 'draw'}
        parties={!course}
      />
      <AudienceFields form={form} {...among} />
      <Maybe>
        {draft.kind === 'training' && !course && !frame.leader && (
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

/** Asks whose activity it is; a leader of one team is told. */
function TeamField({
  form,
  frame: { teams, leader, mostPeople },
}: Pick<ActivityEditorProps, 'form' | 'frame'>) {
  const { draft, faults, choose } = form
  const [choosing, setChoosing] = useState(false)
  const own = teams.map(({ teamId, name }) => ({ value: teamId, title: name }))
  const only = onlyTeamOf({ leader, teams })
  if (only)
    return (
      <Box className='stack-tight'>
        <Box className='strong'>{words.teamOf(only.name)}</Box>
        <Box className='soft small'>{words.frameHint(mostPeople)}</Box>
      </Box>
    )
  const options = leader ? own : [{ value: '', title: words.noTeam }, ...own]
  const chosen = options.find(({ value }) => value === draft.teamId)
  // a community has many teams, and most activities are its own
  if (!leader && !choosing)
    return (
      <ListRows>
        <ListRow
          title={words.hostedBy(chosen?.title ?? words.noTeam)}
          detail={words.teamHint}
          onPress={() => setChoosing(true)}
        />
      </ListRows>
    )
  return (
    <Box className='stack-tight'>
      <Choice
        label={words.team}
        hint={leader ? words.teamHintLeader : words.teamHint}
        options={options}
        chosen={draft.teamId}
        error={faults.team}
        onChoose={(teamId) => {
          choose({ teamId })
          setChoosing(false)
        }}
      />
      <Maybe>{leader && <Box className='soft small'>{words.frameHint(mostPeople)}</Box>}</Maybe>
    </Box>
  )
}

/** Shows what residents will read. Typed text appears here with the next choice. */
export function ActivityPreview({ draft }: { draft: ActivityForm }) {
  const { title, summary, place, sessions, opens, closes, rule, invited, partyMax } = draft
  const now = useNow()
  const course = isCourseForm(draft)
  return (
    <Card title={words.preview} edge='cinnabar'>
      <Box className='strong'>{title || words.previewUntitled}</Box>
      <Box>{summary}</Box>
      <Box>{place}</Box>
      {keyedSessions(sessions).map(({ key, session }) => (
        <Box key={key}>
          {[sessionWords(session, now), !course && words.previewPlaces(session.capacity)]
            .filter(Boolean)
            .join('，')}
        </Box>
      ))}
      <Box>
        {[
          course && words.previewPlaces(draft.places),
          words.invited[invited].title,
          words.rules[rule].title,
          words.previewParty(course ? '1' : partyMax),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Box>
      <Box className='soft small'>
        {words.previewSignup(`${opens.day} ${opens.time}`, `${closes.day} ${closes.time}`)}
      </Box>
    </Card>
  )
}
