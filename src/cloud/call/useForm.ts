import { useRef, useState } from 'react'
import type { HeldDraft } from '#cloud/kept/useDraft'
import type { PictureTray } from '#cloud/picture/pictureTray'
import type { FileId } from '#contract/shared/scalars'
import type { CallOutcome } from './call'
import { type Checked, type Faults, stillWrong } from './checked'
import type { NotDone } from './useCommand'

/** What a form is sent by: a command, or a step of the page that says what came of it. */
export interface Sender<Input, Reply> {
  /** Settles with undefined for a second tap while one is under way. */
  attempt: (input: Input) => Promise<CallOutcome<Reply> | undefined>
  /** Before anything is sent, on the tap itself. */
  onTap?: (() => Promise<unknown>) | undefined
  busy: boolean
  failure: string | undefined
}

/** The pictures of a form, and how their ids come into its input once they are sent. */
interface FormPictures<Input> {
  tray: Pick<PictureTray, 'deliver' | 'clear' | 'notSent'>
  into: (input: Input, sent: { fileIds?: FileId[] }) => Input
}

/** What could not be sent. */
export interface Tried<Input> {
  /** As it was checked, without its pictures. */
  input: Input
  /** As it was sent; absent where a picture failed before it. */
  sent: Input | undefined
}

interface FormOptions<Draft, Part extends string, Input, Reply> {
  check: (draft: Draft) => Checked<Input, Part>
  by: Sender<Input, Reply>
  /** It is done. */
  onDone?: ((reply: Reply, input: Input) => void) | undefined
  /** Leads the person to the first fault, of the form or of what the cloud would not have. */
  atFault?: (() => void) | undefined
  /** A fault goes as soon as it is mended; otherwise it stays until the next tap on the button. */
  mends?: boolean | undefined
  pictures?: FormPictures<Input> | undefined
  /** What the cloud would not have, as faults of the form. */
  onRefused?: ((why: NotDone, tried: Tried<Input>) => Faults<Part> | Promise<void>) | undefined
}

export interface Form<Draft, Part extends string> extends HeldDraft<Draft> {
  faults: Faults<Part>
  setFaults: (faults: Faults<Part> | ((before: Faults<Part>) => Faults<Part>)) => void
  busy: boolean
  /** What is wrong with the form as a whole, or why it was not done; what is wrong in a field stands beside it. */
  failure: string | undefined
  /** Checks the draft and sends it; while that is under way a second tap does nothing. */
  submit: () => Promise<void>
}

/**
 * A form that is checked on the tap and then sent: its draft, its faults, whether it is under way, and why it was not
 * done. With pictures it is sent once all of them are, and `failure` says where one could not be.
 */
export function useForm<Draft, Part extends string, Input, Reply>(
  held: HeldDraft<Draft>,
  options: FormOptions<Draft, Part, Input, Reply>,
): Form<Draft, Part> {
  const { check, by, onDone, atFault, mends = false, pictures, onRefused } = options
  const [faults, setFaults] = useState<Faults<Part>>({})
  const [sending, setSending] = useState(false)
  const [unsent, setUnsent] = useState(false)
  const underWay = useRef(false)

  const mend = () => {
    if (mends) setFaults((before) => stillWrong(before, check(held.written()).faults ?? {}))
  }

  async function submit() {
    if (underWay.current) return
    const { input, faults: found = {} } = check(held.written())
    setFaults(found)
    if (input === undefined) return atFault?.()
    underWay.current = true
    // what `by` does it shows itself
    const more = pictures !== undefined
    if (more) setSending(true)
    setUnsent(false)
    try {
      if (more) await by.onTap?.()
      await send(input)
    } finally {
      underWay.current = false
      if (more) setSending(false)
    }
  }

  async function send(input: Input) {
    let sent: Input | undefined
    const attempt = (whole: Input) => {
      sent = whole
      return by.attempt(whole)
    }
    const outcome = pictures
      ? await pictures.tray.deliver((fileIds) => attempt(pictures.into(input, fileIds)))
      : await attempt(input)
    if (outcome === undefined) return
    if (outcome === 'unsent') return setUnsent(true)
    if (outcome.ok) {
      pictures?.tray.clear()
      onDone?.(outcome.data, sent ?? input)
      return
    }
    setUnsent(pictures !== undefined)
    const refused = await onRefused?.(outcome, { input, sent })
    if (!refused) return
    setFaults(refused)
    if (Object.values(refused).some(Boolean)) atFault?.()
  }

  return {
    ...held,
    choose: (change) => {
      held.choose(change)
      mend()
    },
    write: (words) => {
      held.write(words)
      mend()
    },
    faults,
    setFaults,
    busy: sending || by.busy,
    failure: faults.whole ?? by.failure ?? (unsent ? pictures?.tray.notSent : undefined),
    submit,
  }
}

/** What a form is made into without the cloud: a part of a larger draft, or something kept for later. */
export function handOver<Input>(take: (input: Input) => void): Sender<Input, undefined> {
  return {
    attempt: async (input) => {
      take(input)
      return { ok: true, data: undefined }
    },
    busy: false,
    failure: undefined,
  }
}
