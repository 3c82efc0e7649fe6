import { useState } from 'react'
import { useForm } from '#cloud/call/useForm'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import { useDraft } from '#cloud/kept/useDraft'
import type { PaperLine } from '#contract/pact'
import { paperAssentText as words } from '#text/pact/pact'
import { Button } from '#ui/button/Button'
import { ReasonButton } from '#ui/button/ReasonButton'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Folded } from '#ui/page/Folded'
import { Pager } from '#ui/page/Pager'
import { StateView } from '#ui/page/StateView'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { SealChip } from '#ui/show/SealChip'
import { pactOvertaken } from './overtaken'

export interface PaperBookProps {
  publicationId: string
  course: StepCourse
}

/** For staff: the assents that stand on paper, a line for each sheet. */
export function PaperBook({ publicationId, course }: PaperBookProps) {
  const [writing, setWriting] = useState(false)
  return (
    <>
      <Button look='quiet' onPress={() => setWriting(true)}>
        {words.open}
      </Button>
      <Folded title={words.book}>
        <PaperLines publicationId={publicationId} course={course} />
      </Folded>
      <Maybe>
        {writing && (
          <PaperSheet publicationId={publicationId} course={course} onClose={() => setWriting(false)} />
        )}
      </Maybe>
    </>
  )
}

function PaperLines({ publicationId, course }: PaperBookProps) {
  const { paging, older, newer } = usePages()
  const [read, refresh] = useRead('pact.papers', { publicationId, ...paging })
  const both: StepCourse = {
    ...course,
    refresh: async () => {
      await Promise.all([refresh(), course.refresh()])
    },
  }
  return (
    <StateView of={read} onRetry={refresh} empty={<Box className='soft'>{words.bookEmpty}</Box>}>
      {({ items, nextCursor }) => (
        <Box className='stack-tight'>
          {items.map((line) => (
            <PaperLineView key={line.lineId} publicationId={publicationId} line={line} course={both} />
          ))}
          <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
        </Box>
      )}
    </StateView>
  )
}

function PaperLineView({ publicationId, line, course }: PaperBookProps & { line: PaperLine }) {
  const { lineId, count, note, who, at, reverses, reversed } = line
  const step = useStep('pact.paperAssents', course, pactOvertaken)
  return (
    <Box className='stack-tight'>
      <Box>{words.line(count, note)}</Box>
      <Box className='soft'>{words.by(who, at)}</Box>
      {reversed && <SealChip tone='off'>{words.reversed}</SealChip>}
      {reverses === undefined && !reversed && (
        <ReasonButton
          open={words.takeBackOf(note)}
          title={words.takeBackTitle}
          text={words.takeBackText}
          label={words.takeBackLabel}
          reasons={words.takeBackReasons}
          action={words.takeBack}
          step={step}
          onReason={async (reason) => {
            const input = { publicationId, reverses: lineId, note: reason.slice(0, 100) }
            return (await step.take(input, ({ paper }) => words.takenBack(paper)))?.ok === true
          }}
        />
      )}
    </Box>
  )
}

const most = 100_000

function PaperSheet({ publicationId, course, onClose }: PaperBookProps & { onClose: () => void }) {
  const step = useStep('pact.paperAssents', course, pactOvertaken)
  const form = useForm(useDraft({ count: '', note: '' }), {
    check: (draft) => {
      const count = Number(draft.count)
      const note = draft.note.trim()
      const faults = {
        ...(!(count >= 1 && count <= most) && { count: words.countMissing }),
        ...(note === '' && { note: words.noteMissing }),
      }
      return Object.keys(faults).length > 0 ? { faults } : { input: { publicationId, count, note } }
    },
    atFault: showFirstFault,
    by: step.saying(({ paper }) => words.done(paper)),
    onDone: onClose,
  })
  return (
    <Sheet title={words.title} onClose={onClose}>
      <Box>{words.text}</Box>
      <TextField
        label={words.count}
        keyboard='digits'
        maxLength={6}
        error={form.faults.count}
        onText={(count) => form.write({ count })}
      />
      <TextField
        label={words.note}
        hint={words.noteHint}
        maxLength={100}
        error={form.faults.note}
        onText={(note) => form.write({ note })}
      />
      <FormFoot form={form} action={words.action} />
    </Sheet>
  )
}
