import type { HoursEntry } from '#contract/hours'
import type { Instant } from '#contract/scalars'
import { hoursText as words } from '../../text/hours'
import { clockWords, dayWords, durationWords } from '../../text/time'
import { Row } from '../../ui/Row'

export interface EntryRowProps {
  entry: HoursEntry
  /** The team's name; absent while it is not known. */
  team: string | undefined
  now: Instant
}

/** One line of the ledger: what, for which team, when, and how long. */
export function EntryRow({ entry, team, now }: EntryRowProps) {
  const { kind, title, minutes, servedFrom, servedTo } = entry
  const served = words.served(dayWords(servedFrom, now), clockWords(servedFrom), clockWords(servedTo))
  return (
    <Row
      title={kind === 'recorded' ? title : `${words.kind[kind]} · ${title}`}
      detail={[served, team].filter(Boolean).join(' · ')}
      end={words.minutesOf(minutes, durationWords(Math.abs(minutes)))}
    />
  )
}
