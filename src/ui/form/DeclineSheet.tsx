import { ReasonSheet } from '#ui/sheet/ReasonSheet'

export interface DeclineSheetProps {
  /** Who, or what, is declined. */
  name: string
  words: {
    declineTitle: (name: string) => string
    declineText: string
    declineLabel: string
    declineReasons: readonly string[]
    decline: string
  }
  busy: boolean
  failure: string | undefined
  /** The reason is read by whom it concerns. */
  onDecline: (reason: string) => void
  onClose: () => void
}

/** Says no to somebody, with a reason. */
export function DeclineSheet({ name, words, busy, failure, onDecline, onClose }: DeclineSheetProps) {
  return (
    <ReasonSheet
      title={words.declineTitle(name)}
      text={words.declineText}
      label={words.declineLabel}
      reasons={words.declineReasons}
      action={words.decline}
      busy={busy}
      failure={failure}
      onReason={onDecline}
      onClose={onClose}
    />
  )
}
