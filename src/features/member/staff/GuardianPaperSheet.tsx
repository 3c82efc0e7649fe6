import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { FoundMember } from '#contract/member'
import { isPersonName } from '#contract/shared/text'
import { guardianText, guardianPaperText as words } from '#text/guardian/guardian'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'

export interface GuardianPaperSheetProps {
  resident: FoundMember
  onDone: (sentence: string) => void
  onClose: () => void
}

/** A worker writes down the word of a guardian without an account, or that it was taken back. */
export function GuardianPaperSheet({ resident, onDone, onClose }: GuardianPaperSheetProps) {
  const guardian = resident.minor?.guardian
  const stands = guardian?.state === 'given'
  return (
    <Sheet title={words.title(resident.name)} onClose={onClose}>
      <Maybe>
        {guardian && (
          <Card
            title={guardianText.nameOf(guardian.name, guardian.relation)}
            edge={stands ? 'pine' : 'ochre'}
          >
            <Box>{guardianText.ownState[guardian.state]}</Box>
            {guardian.recorded && <Box>{words.recorded(guardian.recorded.by, guardian.recorded.note)}</Box>}
          </Card>
        )}
      </Maybe>
      {!stands && <RecordForm resident={resident} onDone={onDone} />}
      {stands && guardian.recorded && <EndForm resident={resident} onDone={onDone} />}
      {stands && !guardian.recorded && <Box>{words.ownWord}</Box>}
    </Sheet>
  )
}

type FormProps = Pick<GuardianPaperSheetProps, 'resident' | 'onDone'>
const relations = guardianText.relations.map((relation) => ({ value: relation, title: relation }))

function RecordForm({ resident: { memberId, name }, onDone }: FormProps) {
  const written = useRef({ name: '', note: '' })
  const [relation, setRelation] = useState<(typeof guardianText.relations)[number]>()
  const [faults, setFaults] = useState<{ name?: string; relation?: string; note?: string }>({})
  const record = useCommand('guardian.record')

  async function submit() {
    const guardianName = written.current.name.trim()
    const note = written.current.note.trim()
    const wrong = {
      ...(!isPersonName(guardianName) && { name: words.nameWrong }),
      ...(!relation && { relation: words.relationMissing }),
      ...(note.length < 2 && { note: words.noteMissing }),
    }
    setFaults(wrong)
    if (Object.keys(wrong).length > 0 || !relation) return showFirstFault()
    if (await record.run({ memberId, guardianName, relation, note })) onDone(words.done(name))
  }
  return (
    <>
      <Box>{words.lead}</Box>
      <TextField
        label={words.name}
        maxLength={20}
        error={faults.name}
        onText={(text) => {
          written.current.name = text
        }}
      />
      <Choice
        label={words.relation}
        options={relations}
        chosen={relation}
        onChoose={setRelation}
        error={faults.relation}
      />
      <TextField
        label={words.note}
        hint={words.noteHint}
        maxLength={100}
        error={faults.note}
        onText={(text) => {
          written.current.note = text
        }}
      />
      <Maybe>{record.failure && <Banner tone='bad'>{record.failure.message}</Banner>}</Maybe>
      <Button look='pine' busy={record.busy} onPress={submit}>
        {words.record}
      </Button>
    </>
  )
}

function EndForm({ resident: { memberId, name }, onDone }: FormProps) {
  const written = useRef('')
  const [missing, setMissing] = useState(false)
  const end = useCommand('guardian.endRecord')

  async function submit() {
    const reason = written.current.trim()
    setMissing(reason.length < 2)
    if (reason.length < 2) return showFirstFault()
    if (await end.run({ memberId, reason })) onDone(words.ended(name))
  }
  return (
    <>
      <Box>{words.endLead}</Box>
      <TextField
        label={words.endReason}
        hint={words.endHint}
        maxLength={100}
        error={missing ? words.endMissing : undefined}
        onText={(text) => {
          written.current = text
        }}
      />
      <Maybe>{end.failure && <Banner tone='bad'>{end.failure.message}</Banner>}</Maybe>
      <Button look='danger' busy={end.busy} onPress={submit}>
        {words.end}
      </Button>
    </>
  )
}
