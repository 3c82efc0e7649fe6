import type { SubsidyDeskLine, SubsidyStep } from '#contract/subsidy'
import { subsidyDeskText as words } from '#text/subsidy/desk'
import { lineState, yuanWords } from '#text/subsidy/subsidy'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import type { BookRow } from './bookRows'

export type BookAct = SubsidyStep | 'reverse'

export interface ClaimantCardProps {
  row: BookRow
  /** How many lessons the course counts. */
  lessons: number
  onAct: (act: BookAct, line: SubsidyDeskLine) => void
}

/** One person's subsidy: what the attendance gives, every line with what was done to it, and what comes next. */
export function ClaimantCard({ row: { person, lines }, lessons, onAct }: ClaimantCardProps) {
  return (
    <Card title={person.name}>
      <Box className='soft small'>{`${words.person(person, lessons)}。${words.ground(person)}。`}</Box>
      <Maybe>
        {lines.length === 0 && <Box className='soft small'>{words.noLines}</Box>}
        {lines.map((line) => (
          <DeskLine key={line.lineId} line={line} onAct={(act) => onAct(act, line)} />
        ))}
      </Maybe>
    </Card>
  )
}

const verbs: Record<SubsidyStep, string> = {
  approve: words.approve,
  pay: words.pay,
  receive: words.receive,
}

function DeskLine({ line, onAct }: { line: SubsidyDeskLine; onAct: (act: BookAct) => void }) {
  const { fen, next, mayDo, bar, mayReverse } = line
  return (
    <Box className='stack-tight'>
      <Box className='strong'>{`${yuanWords(fen)} · ${lineState(line)}`}</Box>
      <Box className='soft small'>{words.course(line)}</Box>
      <Maybe>{bar && <Box className='small'>{words.bar(bar)}</Box>}</Maybe>
      <Box className='pair'>
        {next && mayDo && (
          <LineButton look='pine' label={words.of(verbs[next], line)} onPress={() => onAct(next)}>
            {verbs[next]}
          </LineButton>
        )}
        {mayReverse && (
          <LineButton label={words.of(words.reverse, line)} onPress={() => onAct('reverse')}>
            {words.reverse}
          </LineButton>
        )}
      </Box>
    </Box>
  )
}
