import { useRef, useState } from 'react'
import { numeral } from '#contract/setUp/numeral'
import { partText } from '#text/community/communityEdit'
import { startText as words } from '#text/community/start'
import { Button } from '#ui/button/Button'
import { TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { EntryList } from '../edit/EntryList'
import { newEntryId } from '../edit/partDraft'
import { nameOf } from '../edit/parts'
import { entriesOf, type StartPart, specOf, withEntries, withEntry } from './startDraft'
import type { Start } from './useStart'

export const HomesStep = ({ start }: { start: Start }) => <Entries start={start} part='estates' />

export function GridsStep({ start }: { start: Start }) {
  return (
    <>
      {(['grids', 'groups'] as const).map((part) => (
        <Box key={part} tag='section' className='stack'>
          <Heading>{partText[part].title}</Heading>
          {entriesOf(part, start.whole, start.draft).length === 0 && <Many start={start} part={part} />}
          <Entries start={start} part={part} />
        </Box>
      ))}
    </>
  )
}

function Entries({ start: { whole, draft, change }, part }: { start: Start; part: StartPart }) {
  return (
    <EntryList
      part={part}
      spec={specOf(part)}
      base={whole}
      of=''
      entries={entriesOf(part, whole, draft)}
      onPut={(entry) => change((now) => withEntry(now, whole, part, entry))}
      onRemove={(gone) =>
        change((now) =>
          withEntries(
            now,
            whole,
            part,
            entriesOf(part, whole, now).filter(({ id }) => id !== gone),
          ),
        )
      }
    />
  )
}

const most = 99

/** Names many at once, since nobody types eighteen names that differ by a number. */
function Many({ start: { whole, change }, part }: { start: Start; part: 'grids' | 'groups' }) {
  const typed = useRef('')
  const [wrong, setWrong] = useState(false)
  const { label, name } = words.many[part]
  function fill() {
    const count = Number(typed.current)
    const right = Number.isInteger(count) && count >= 1 && count <= most
    setWrong(!right)
    if (!right) return
    change((now) => {
      const before = entriesOf(part, whole, now)
      const known = new Set(before.map(nameOf))
      const names = Array.from({ length: count }, (_, index) => name(numeral(index + 1)))
      const added = names.filter((each) => !known.has(each))
      return withEntries(now, whole, part, [
        ...before,
        ...added.map((each) => ({ id: newEntryId(), values: { name: each } })),
      ])
    })
  }
  return (
    <>
      <TextField
        label={label}
        hint={words.manyHint}
        error={wrong ? words.manyWrong : undefined}
        keyboard='digits'
        maxLength={2}
        optional={part === 'groups'}
        onText={(text) => {
          typed.current = text
        }}
        onEnter={fill}
      />
      <Button look='quiet' onPress={fill}>
        {words.manyFill[part]}
      </Button>
    </>
  )
}
