import { useState } from 'react'
import { cloudNow } from '#clock'
import type { Form } from '#cloud/call/useForm'
import type { Community } from '#contract/community'
import { type PublicationKind, publicationKinds, stationThings } from '#contract/publication'
import { measureNames, publicationText, thingNames } from '#text/publication/publication'
import { openHoursWords } from '#text/publication/stationWords'
import { publicationFormText as words } from '#text/publication/writing'
import { LineButton } from '#ui/button/LineButton'
import { Choice } from '#ui/choice/Choice'
import { ManyChoice } from '#ui/choice/ManyChoice'
import { Tick } from '#ui/choice/Tick'
import { DayField } from '#ui/field/DayField'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { PartList } from './PartList'
import { HoursSheet, PromiseSheet, QuestionSheet } from './partSheets'
import {
  listParts,
  type PublicationDraft,
  type PublicationField,
  partsWritten,
  usualEnd,
} from './publicationDraft'

export interface PublicationFieldsProps {
  form: Form<PublicationDraft, PublicationField>
  community: Pick<Community, 'grids' | 'estates' | 'requestCategories'>
}

const toggled = <Value extends string>(chosen: readonly Value[], value: Value): Value[] =>
  chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]

/** What is written, by its kind. It is drawn anew for another kind, with what was typed so far. */
export function PublicationFields({ form, community }: PublicationFieldsProps) {
  const { draft, faults, choose, write } = form
  const [begin] = useState(form.written)
  return (
    <Box className='stack'>
      <TextField
        label={words.title}
        hint={words.titleHint}
        initial={begin.title}
        maxLength={40}
        error={faults.title}
        onText={(title) => write({ title })}
      />
      <SaidFirst form={form} begin={begin} />
      <ParagraphField
        label={words.body}
        hint={words.bodyHint}
        initial={begin.body}
        maxLength={3000}
        error={faults.body}
        onText={(body) => write({ body })}
      />
      <OfKind form={form} begin={begin} community={community} />
      <TextField
        label={words.phone}
        hint={words.phoneHint}
        optional
        initial={begin.phone}
        maxLength={30}
        onText={(phone) => write({ phone })}
      />
      <ManyChoice
        label={words.audience}
        hint={words.audienceHint}
        options={community.grids.map(({ gridId, name }) => ({ value: gridId, title: name }))}
        chosen={draft.gridIds}
        onToggle={(gridId) => choose({ gridIds: toggled(draft.gridIds, gridId) })}
      />
      <ManyChoice
        label={words.audienceEstates}
        options={community.estates.map(({ estateId, name }) => ({ value: estateId, title: name }))}
        chosen={draft.estateIds}
        onToggle={(estateId) => choose({ estateIds: toggled(draft.estateIds, estateId) })}
      />
      <Until
        label={words.validTo}
        begin={words.validToBegin}
        hint={words.validToHint}
        day={draft.validTo}
        error={faults.validTo}
        onDay={(validTo) => choose({ validTo })}
        needed={draft.kind === 'bulletin'}
      />
      <Until
        label={words.pinnedUntil}
        begin={words.pinnedBegin}
        hint={words.pinnedHint}
        day={draft.pinnedUntil}
        error={faults.pinnedUntil}
        onDay={(pinnedUntil) => choose({ pinnedUntil })}
      />
    </Box>
  )
}

/** Of which kind it is; what was published once stays what it is. */
export function KindChoice({ form }: Pick<PublicationFieldsProps, 'form'>) {
  return (
    <Choice<PublicationKind>
      label={words.kind}
      options={publicationKinds.map((value) => ({ value, ...words.kinds[value] }))}
      chosen={form.draft.kind}
      onChoose={(kind) => form.choose({ kind, validTo: usualEnd(kind, cloudNow()) })}
      tall
    />
  )
}

interface TypedFieldsProps extends Pick<PublicationFieldsProps, 'form'> {
  /** As it was at the beginning: what is typed since stands in the fields themselves. */
  begin: PublicationDraft
}

/** What stands above the text: the whole in plain words, and whom it concerns. */
function SaidFirst({ form, begin }: TypedFieldsProps) {
  const { draft, faults, write } = form
  const may = partsWritten(draft.kind)
  return (
    <>
      {may.includes('summary') && (
        <ParagraphField
          label={words.summary}
          hint={words.summaryHint}
          initial={begin.summary}
          maxLength={200}
          error={faults.summary}
          onText={(summary) => write({ summary })}
        />
      )}
      {may.includes('concerns') && (
        <TextField
          label={words.concerns}
          hint={words.concernsHint}
          optional={draft.kind !== 'policy'}
          initial={begin.concerns}
          maxLength={60}
          error={faults.concerns}
          onText={(concerns) => write({ concerns })}
        />
      )}
    </>
  )
}

const lines = [
  { part: 'place', hint: undefined, most: 60 },
  { part: 'hoursText', hint: words.hoursHint, most: 60 },
  { part: 'takesText', hint: words.takesHint, most: 40 },
] as const
const lists = [
  { part: 'steps', hint: words.stepsHint },
  { part: 'bring', hint: words.bringHint },
  { part: 'stages', hint: words.stagesHint },
] as const

/** What a kind has beside the words. */
function OfKind({ form, begin, community }: TypedFieldsProps & PublicationFieldsProps) {
  const { draft, faults, choose, write } = form
  const may = partsWritten(draft.kind)
  return (
    <>
      {may.includes('category') && (
        <Choice
          label={words.category}
          error={faults.category}
          options={community.requestCategories.map(({ category, title }) => ({ value: category, title }))}
          chosen={draft.category}
          onChoose={(category) => choose({ category })}
        />
      )}
      {lists
        .filter(({ part }) => may.includes(part))
        .map(({ part, hint }) => (
          <ParagraphField
            key={part}
            label={words[part]}
            hint={hint}
            optional={part === 'bring' || (part === 'stages' && draft.kind === 'guide')}
            initial={begin[part]}
            maxLength={listParts[part].most * (listParts[part].length + 1)}
            error={faults[part]}
            onText={(text) => write({ [part]: text })}
          />
        ))}
      {lines
        .filter(({ part }) => may.includes(part))
        .map(({ part, hint, most }) => (
          <TextField
            key={part}
            label={words[part]}
            hint={hint}
            optional={draft.kind !== 'station'}
            initial={begin[part]}
            maxLength={most}
            error={part === 'place' ? faults.place : undefined}
            onText={(text) => write({ [part]: text })}
          />
        ))}
      <Listed form={form} />
      {may.includes('urgent') && (
        <Tick
          label={words.urgent}
          detail={words.urgentDetail}
          ticked={draft.urgent}
          onTick={(urgent) => choose({ urgent })}
        />
      )}
    </>
  )
}

const mostQuestions = 12
const mostPromises = 10
const mostHours = 7

/** What is written in sheets: a station's hours and things, a guide's questions, promises. */
function Listed({ form: { draft, faults, choose } }: Pick<PublicationFieldsProps, 'form'>) {
  const may = partsWritten(draft.kind)
  const nextField = `q${1 + Math.max(0, ...draft.questions.map(({ field }) => Number(field.slice(1)) || 0))}`
  return (
    <>
      {may.includes('hours') && (
        <PartList
          title={publicationText.hours}
          error={faults.hours}
          parts={draft.hours}
          most={mostHours}
          row={(hours) => ({ title: openHoursWords([hours]) })}
          add={words.hoursAdd}
          sheet={(part, { keep, remove, close }) => (
            <HoursSheet part={part} onKeep={keep} onRemove={remove} onClose={close} />
          )}
          onChange={(hours) => choose({ hours })}
        />
      )}
      {may.includes('things') && (
        <ManyChoice
          label={words.things}
          options={stationThings.map((value) => ({ value, title: thingNames[value] }))}
          chosen={draft.things}
          onToggle={(chosen) => {
            const thing = stationThings.find((each) => each === chosen)
            if (thing) choose({ things: toggled(draft.things, thing) })
          }}
        />
      )}
      {may.includes('promises') && (
        <PartList
          title={words.promises}
          error={faults.promises}
          parts={draft.promises}
          most={mostPromises}
          row={({ duty, limit, measure }) => ({
            title: duty,
            detail: measure ? `${limit} · ${measureNames[measure]}` : limit,
          })}
          add={words.promise.add}
          sheet={(part, { keep, remove, close }) => (
            <PromiseSheet part={part} onKeep={keep} onRemove={remove} onClose={close} />
          )}
          onChange={(promises) => choose({ promises })}
        />
      )}
      {may.includes('questions') && (
        <PartList
          title={words.questions}
          hint={words.questionsHint}
          parts={draft.questions}
          most={mostQuestions}
          row={({ title, kind }) => ({ title, detail: words.question.kinds[kind] })}
          add={words.question.add}
          sheet={(part, { keep, remove, close }) => (
            <QuestionSheet part={part} field={nextField} onKeep={keep} onRemove={remove} onClose={close} />
          )}
          onChange={(questions) => choose({ questions })}
        />
      )}
    </>
  )
}

interface UntilProps {
  label: string
  hint: string
  /** The button that begins a day where none is needed. */
  begin: string
  day: PublicationDraft['validTo']
  error: string | undefined
  onDay: (day: PublicationDraft['validTo']) => void
  needed?: boolean
}

/** A last day: asked for by a button where none is needed, and taken away again by another. */
function Until({ label, hint, begin, day, error, onDay, needed }: UntilProps) {
  return (
    <Box className='stack-tight'>
      {day === '' && !needed ? (
        <LineButton onPress={() => onDay(usualEnd('bulletin', cloudNow()))}>{begin}</LineButton>
      ) : (
        <DayField label={label} day={day} error={error} onDay={onDay} />
      )}
      <Box className='soft'>{hint}</Box>
      <Maybe>
        {!needed && day !== '' && (
          <LineButton label={words.noDayOf(label)} onPress={() => onDay('')}>
            {words.noDay}
          </LineButton>
        )}
      </Maybe>
    </Box>
  )
}
