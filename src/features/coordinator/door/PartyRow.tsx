import { partyStateWords, partyWords, coordinatorText as words } from '#text/activity/coordinator'
import { clockWords } from '#text/shared/time'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { SealChip } from '#ui/show/SealChip'
import type { DoorRow } from './doorBook'
import './PartyRow.scss'

/** One party: its names and size, its state, and whether it is present. */
export function PartyRow({ row, onMark }: { row: DoorRow; onMark: (present: boolean) => void }) {
  const { name, present = false, at, state, walkIn, missed, appeal, provedAt, unsent } = row
  const party = partyWords(row)
  // Who had a place and came needs one word: the row stays as high as it was, and nothing below it moves.
  const asExpected = present && state === 'confirmed' && !walkIn
  const standing = [
    !asExpected && partyStateWords(row),
    present ? words.came(at === undefined ? '' : clockWords(at)) : missed && words.missed,
  ].filter(Boolean)
  return (
    <Box tag='li' className={`party ${present ? 'party-there' : ''}`}>
      <Box className='party-words'>
        <Box className='party-name'>{name}</Box>
        {party && <Box>{party}</Box>}
        <Box className='soft small'>{standing.join(' · ')}</Box>
        {appeal && <Box className='small'>{words.appeal(appeal)}</Box>}
        {!present && provedAt !== undefined && (
          <Box className='small'>{words.proved(clockWords(provedAt))}</Box>
        )}
      </Box>
      <Maybe>{unsent && <SealChip tone='waits'>{words.pendingUpload}</SealChip>}</Maybe>
      {present ? (
        <LineButton label={words.undoOf(name)} onPress={() => onMark(false)}>
          {words.undo}
        </LineButton>
      ) : missed ? (
        <LineButton look='pine' label={words.correctOf(name)} onPress={() => onMark(true)}>
          {words.correct}
        </LineButton>
      ) : (
        <LineButton look='pine' label={words.presentOf(name)} onPress={() => onMark(true)}>
          {words.present}
        </LineButton>
      )}
    </Box>
  )
}
