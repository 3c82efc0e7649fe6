import type { HoursEntry } from '#contract/hours'
import type { Instant } from '#contract/shared/scalars'
import { hoursText as words } from '#text/hours/hours'
import { overlapText } from '#text/hours/overlap'
import { wordText } from '#text/hours/word'
import { clockSpanWords, dayWords, durationWords } from '#text/shared/time'
import { ListRow } from '#ui/show/Row'

export interface EntryRowProps {
  entry: HoursEntry
  /** The team's name. Absent while it is being read. */
  team: string | undefined
  now: Instant
  /** Asks to reverse the line. Absent when the reader may not. */
  onReverse?: (() => void) | undefined
}

/** One line of the ledger: what, for which team, when and how long, and whether it was reversed. */
export function EntryRow({ entry, team, now, onReverse }: EntryRowProps) {
  const { kind, title, minutes, servedFrom, servedTo, reversed, reason, overlap, word } = entry
  const day = dayWords(servedFrom, now)
  const served =
    kind === 'honour' || servedFrom === servedTo
      ? day
      : words.served(day, clockSpanWords({ from: servedFrom, to: servedTo }))
  const what = kind === 'recorded' ? title : `${words.kind[kind]} · ${title}`
  const less =
    overlap && (kind === 'reversal' ? overlapText.takesBack(overlap) : overlapText.counts(overlap, minutes))
  const detail = [served, team, less, reversed && words.reversed, reason && words.why(reason)]
  if (word) detail.push(wordText.signed(word.proposedBy, word.approvedBy))
  return (
    <ListRow
      title={what}
      detail={detail.filter(Boolean).join(' · ')}
      end={words.minutesOf(minutes, durationWords(Math.abs(minutes)))}
      onPress={onReverse}
    />
  )
}
