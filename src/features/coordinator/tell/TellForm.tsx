import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { handOver, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { Tellings } from '#contract/session'
import { noticeWith, tellText as words } from '#text/session/tell'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'

interface Said {
  words: string
  alsoWaiting: boolean
}

interface Written {
  words: string
  /** Absent until somebody chooses. */
  to?: 'placed' | 'all'
}

export interface TellFormProps {
  sessionId: string
  to: Pick<Tellings, 'placed' | 'waiting' | 'notice'>
  onTold: (families: number) => void
}

/** A word to those who have signed up: it is written, looked at as they will read it, and then sent. */
export function TellForm({ sessionId, to, onTold }: TellFormProps) {
  const { placed, waiting, notice } = to
  const [looking, setLooking] = useState<Said>()
  const options = [
    ...(placed > 0
      ? [{ value: 'placed' as const, title: words.placed, detail: words.families(placed) }]
      : []),
    ...(waiting > 0
      ? [
          {
            value: 'all' as const,
            title: placed > 0 ? words.all : words.waiting,
            detail: words.families(placed + waiting),
          },
        ]
      : []),
  ]
  /** The choice, while it is one of those that there are. */
  const toWhom = (chosen: Written['to']) =>
    (options.find(({ value }) => value === chosen) ?? options[0])?.value ?? 'placed'
  const form = useForm(useDraft<Written>({ words: '' }), {
    check: (draft) => {
      const said = draft.words.trim()
      if (said.length < 2) return { faults: { words: words.wordsMissing } }
      return { input: { words: said, alsoWaiting: toWhom(draft.to) === 'all' } }
    },
    atFault: showFirstFault,
    by: handOver(setLooking),
  })
  const families = looking?.alsoWaiting ? placed + waiting : placed
  return (
    <Box className='stack'>
      <Box>{words.lead}</Box>
      <ParagraphField
        label={words.words}
        hint={words.wordsHint}
        maxLength={120}
        error={form.faults.words}
        onText={(text) => form.write({ words: text })}
      />
      {options.length > 1 ? (
        <Choice
          label={words.to}
          tall
          options={options}
          chosen={toWhom(form.draft.to)}
          onChoose={(chosen) => form.choose({ to: chosen })}
        />
      ) : (
        options.map(({ value, title, detail }) => <Box key={value}>{words.onlyTo(title, detail)}</Box>)
      )}
      <FormFoot form={form} action={words.look} />
      <Maybe>
        {looking && (
          <LookSheet
            sessionId={sessionId}
            said={looking}
            families={families}
            notice={notice}
            onTold={onTold}
            onClose={() => setLooking(undefined)}
          />
        )}
      </Maybe>
    </Box>
  )
}

interface LookSheetProps extends Pick<Tellings, 'notice'> {
  sessionId: string
  said: Said
  families: number
  onTold: (families: number) => void
  onClose: () => void
}

/** The notice as it will be read, before it goes out. */
function LookSheet({ sessionId, said, families, notice, onTold, onClose }: LookSheetProps) {
  const tell = useCommand('session.tell')
  async function send() {
    const done = await tell.run({ sessionId, ...said })
    if (!done) return
    onClose()
    onTold(done.told)
  }
  return (
    <Sheet title={words.sheetTitle(families)} onClose={onClose}>
      <Card title={notice.title} edge='ochre'>
        <Box>{noticeWith(notice, said.words)}</Box>
      </Card>
      <Box>{words.sheetText}</Box>
      <FormFoot form={{ busy: tell.busy, failure: tell.failure, submit: send }} action={words.send}>
        <Button look='quiet' onPress={onClose}>
          {words.back}
        </Button>
      </FormFoot>
    </Sheet>
  )
}
