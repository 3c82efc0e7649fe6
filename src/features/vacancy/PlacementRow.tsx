import type { PlacementCard } from '#contract/placement'
import { vacancyRunText as words } from '#text/vacancy/vacancy'
import { LineButton } from '#ui/button/LineButton'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { PlacementSeal } from './PlacementSeal'
import './PlacementRow.scss'

export type PlacementAct = 'pass' | 'invite' | 'place' | 'decline' | 'leave'

/** What can be done about somebody now. */
export function actsOf({ state, consentUntil, passedAt, own }: PlacementCard, open: boolean): PlacementAct[] {
  if (own) return []
  const mayPass = consentUntil !== undefined && passedAt === undefined && (open || state === 'invited')
  const pass: PlacementAct[] = mayPass ? ['pass'] : []
  if (state === 'interested') return [...pass, ...(open ? (['invite'] as const) : []), 'decline']
  if (state === 'invited') return [...pass, 'place', 'decline']
  return state === 'placed' ? ['leave'] : []
}

export interface PlacementRowProps {
  person: PlacementCard
  /** The vacancy stands. */
  open: boolean
  onAct: (act: PlacementAct) => void
}

/** One person who wants to go, how far they are, and what can be done. */
export function PlacementRow({ person, open, onAct }: PlacementRowProps) {
  const { name, state, since, reason, consentUntil, passedAt, own } = person
  const under = state === 'interested' || state === 'invited'
  const acts = actsOf(person, open)
  return (
    <Box tag='li' className='placement'>
      <Box className='placement-head'>
        <Heading level={3}>{name}</Heading>
        <PlacementSeal state={state} run />
      </Box>
      <Box className='soft small'>{words.since(since)}</Box>
      {reason !== undefined && <Box>{reason}</Box>}
      {under && (
        <Box>
          {passedAt !== undefined
            ? words.passedOn(passedAt)
            : consentUntil !== undefined
              ? words.mayPass(consentUntil)
              : words.mayNotPass}
        </Box>
      )}
      {own && (under || state === 'placed') && <Box className='soft'>{words.own}</Box>}
      {acts.length > 0 && (
        <Box className='placement-ways'>
          {acts.map((act) => (
            <LineButton
              key={act}
              look={act === 'invite' || act === 'place' ? 'pine' : 'plain'}
              label={words[`${act}Of`](name)}
              onPress={() => onAct(act)}
            >
              {words[act]}
            </LineButton>
          ))}
        </Box>
      )}
    </Box>
  )
}
