import { useEffect, useRef, useState } from 'react'
import { cloudNow } from '#clock'
import { newCommandId } from '#cloud/call/commandId'
import { useCommand } from '#cloud/call/useCommand'
import { type Form, type Tried, useForm } from '#cloud/call/useForm'
import { putOff } from '#cloud/kept/outbox'
import { useKeptDraft } from '#cloud/kept/useKeptDraft'
import { usePictures } from '#cloud/picture/usePictures'
import type { Community, RequestCategory } from '#contract/community'
import type { InputOf } from '#contract/operations'
import type { MemberId } from '#contract/shared/scalars'
import { requestDetail } from '#routes'
import type { HeldPictures } from '#ui/field/PicturesField'
import { showFirstFault } from '#ui/field/showFirstFault'
import { goInstead } from '#ui/go/go'
import { afterPutOff } from './afterPutOff'
import {
  checkFiling,
  emptyFiling,
  type FilingBegun,
  type FilingDraft,
  type FilingField,
  faultsAt,
  filingKeptUnder,
} from './filingDraft'

/** The pause in typing after which similar requests are looked up. */
const restMs = 600

export interface HeldFiling {
  form: Form<FilingDraft, FilingField>
  pictures: HeldPictures
  category: RequestCategory | undefined
  /** The typed place, after a pause in typing. */
  place: string
  /** Whether the draft was begun on an earlier visit. */
  found: boolean
  /** Whether the request waits in the outbox. The form is then replaced. */
  waits: boolean
  /** Removes the draft. */
  clear: () => void
}

/** Files a request, one's own or that of a member for whom one acts. The draft is kept until it is sent; without a network one's own request goes into the outbox. */
export function useFiling(
  community: Community,
  home: { gridId: string; estateId?: string | undefined },
  actingFor: MemberId | undefined,
  begun?: FilingBegun,
): HeldFiling {
  const held = useKeptDraft(filingKeptUnder(actingFor, begun?.of), () => emptyFiling(home, begun))
  const { held: pictures, tray } = usePictures(held.keptUnder, { purpose: 'request_photo', actingFor })
  const [waits, setWaits] = useState(false)
  const [place, setPlace] = useState(held.draft.place.trim())
  const resting = useRef<ReturnType<typeof setTimeout>>()
  const category = community.requestCategories.find((each) => each.category === held.draft.category)
  const asked = category?.fields.map(({ field }) => field) ?? []

  async function wait({ input, sent }: Tried<InputOf<'request.file'>>) {
    const tried = sent && JSON.stringify(sent)
    const before = held.unanswered.current
    const commandId = before && before.input === tried ? before.commandId : newCommandId()
    await putOff({
      commandId,
      input,
      tried,
      pictures: tray.kept(),
      draft: held.written(),
      madeAt: cloudNow(),
    })
    held.clear()
    tray.clear('later')
    setWaits(true)
    afterPutOff()
  }
  const form = useForm(held, {
    check: (draft) => checkFiling(draft, asked),
    mends: true,
    atFault: showFirstFault,
    by: useCommand('request.file', { unanswered: held.unanswered, actingFor }),
    pictures: { tray, into: (input, sent) => ({ ...input, ...sent }) },
    onDone: ({ requestId }) => {
      held.clear()
      goInstead(requestDetail(requestId, actingFor))
    },
    onRefused: (why, tried) =>
      // what waits in the outbox is sent as one's own
      why.code === 'unreachable' && !actingFor
        ? wait(tried)
        : faultsAt((why.issues ?? []).map(({ path }) => path)),
  })
  const clear = () => {
    held.clear()
    tray.clear()
  }
  const write = (said: Partial<FilingDraft>) => {
    form.write(said)
    if (said.place === undefined) return
    clearTimeout(resting.current)
    resting.current = setTimeout(() => setPlace(held.written().place.trim()), restMs)
  }
  useEffect(() => () => clearTimeout(resting.current), [])

  return { form: { ...form, write }, pictures, category, place, found: held.found, waits, clear }
}
