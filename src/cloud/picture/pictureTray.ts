import type { CallOutcome } from '#cloud/call/call'
import { newCommandId } from '#cloud/call/commandId'
import { discard, keep, kept } from '#cloud/kept/kept'
import type { FilePurpose } from '#contract/file'
import type { FileId, MemberId } from '#contract/shared/scalars'
import { pictureText } from '#text/shared/picture'
import { failureText } from '#text/shared/ui'
import type { FormPicture } from '#ui/field/PicturesField'
import type { ChosenPicture } from '#ui/picture/choosePictures'
import { discardPicture, pictureAddress, storePicture } from './pictureStore'
import { type KeptPicture, sendPicture } from './sendPicture'

interface TrayPicture extends FormPicture {
  size: number
  type: KeptPicture['type']
  /** The member for whom it was sent. A picture belongs to the member of its form. */
  sentFor?: MemberId | undefined
  fileId?: FileId
  /** What the cloud answered when it was not sent. */
  code?: string
}

const plain = ({ key, size, type }: KeptPicture): KeptPicture => ({ key, size, type })

/**
 * The pictures of a form. The phone keeps them under a name and sends them one after the other while the person still
 * writes. After a closed app the sending begins again and makes no second file.
 */
export class PictureTray {
  /** What a form says of pictures that could not be sent. */
  readonly notSent = pictureText.notSent
  /** Whose form it is; absent for oneself. */
  private member: MemberId | undefined
  private pictures: readonly TrayPicture[] = []
  private working: Promise<void> | undefined

  constructor(
    private readonly keptUnder: string,
    private readonly purpose: FilePurpose,
    private readonly most: number,
    private readonly show: (pictures: readonly FormPicture[]) => void,
  ) {}

  /** Shows and sends what an earlier visit to the page has left. */
  async open(): Promise<void> {
    const left = kept<KeptPicture[]>(this.keptUnder) ?? []
    const found = await Promise.all(
      left.map(async (each) => ({ ...plain(each), address: await pictureAddress(each.key) })),
    )
    const fresh = found.flatMap(({ address, ...each }) =>
      address === undefined || this.pictures.some(({ key }) => key === each.key)
        ? []
        : [{ ...each, address, state: 'waiting' as const }],
    )
    if (left.length === 0) return
    this.hold([...fresh, ...this.pictures])
    void this.work()
  }

  async add(chosen: readonly ChosenPicture[]): Promise<void> {
    for (const { address, size, type } of chosen.slice(0, this.most - this.pictures.length)) {
      const key = newCommandId()
      await storePicture(key, address)
      const shown = (await pictureAddress(key)) ?? address
      this.hold([...this.pictures, { key, size, type, address: shown, state: 'waiting' }])
    }
    void this.work()
  }

  remove(key: string): void {
    discardPicture(key)
    this.hold(this.pictures.filter((each) => each.key !== key))
  }

  retry(key: string): void {
    this.wake((each) => each.key === key && each.state === 'failed')
  }

  /** Sends the pictures again where the form is now for another member, whose form needs files of its own. */
  setMember(member: MemberId | undefined): void {
    this.member = member
    this.wake((each) => each.state === 'ready' && each.sentFor !== member)
  }

  /** The pictures that the phone keeps, for a form that is sent later. */
  kept(): KeptPicture[] {
    return this.pictures.map(plain)
  }

  /**
   * Sends the form with its pictures. `attempt` is given their ids once all of them have arrived. Where the cloud has
   * removed them meanwhile, as after a day, they and the form are sent again. Without a network the outcome is
   * `unreachable`. It is `unsent` where the cloud refused a picture; the picture then says why.
   */
  async deliver<Data>(
    attempt: (fileIds: { fileIds?: FileId[] }) => Promise<CallOutcome<Data> | undefined>,
  ): Promise<CallOutcome<Data> | 'unsent' | undefined> {
    for (let again = false; ; again = true) {
      const fileIds = await this.settle()
      if (!fileIds) return this.isUnreachable() ? unreachable : 'unsent'
      const outcome = await attempt(fileIds.length > 0 ? { fileIds } : {})
      if (again || outcome?.ok !== false || outcome.code !== 'picture_gone') return outcome
      this.wake(({ state }) => state === 'ready')
    }
  }

  /** The ids in the order of the pictures, or undefined where one could not be sent. */
  private async settle(): Promise<FileId[] | undefined> {
    this.wake((each) => each.state === 'failed' && each.mayRetry === true)
    await this.work()
    const ids = this.pictures.map(({ state, sentFor, fileId }) =>
      state === 'ready' && sentFor === this.member ? fileId : undefined,
    )
    return ids.every((id) => id !== undefined) ? ids : undefined
  }

  /** Removes the pictures of a form that was sent. With `later` the bytes stay, for a form that the outbox sends. */
  clear(later?: 'later'): void {
    if (!later) for (const { key } of this.pictures) discardPicture(key)
    this.hold([])
  }

  private isUnreachable(): boolean {
    const failed = this.pictures.filter(({ state }) => state === 'failed')
    return failed.length > 0 && failed.every(({ code }) => code === 'unreachable')
  }

  private hold(pictures: readonly TrayPicture[]): void {
    this.pictures = pictures
    this.show(pictures)
    if (pictures.length > 0) keep(this.keptUnder, pictures.map(plain))
    else discard(this.keptUnder)
  }

  private change(key: string, change: Partial<TrayPicture>): void {
    this.hold(this.pictures.map((each) => (each.key === key ? { ...each, ...change } : each)))
  }

  private wake(which: (picture: TrayPicture) => boolean): void {
    if (!this.pictures.some(which)) return
    this.hold(this.pictures.map((each) => (which(each) ? { ...each, state: 'waiting' } : each)))
    void this.work()
  }

  private work(): Promise<void> {
    this.working ??= this.sendWaiting().finally(() => {
      this.working = undefined
    })
    return this.working
  }

  private async sendWaiting(): Promise<void> {
    for (;;) {
      const next = this.pictures.find(({ state }) => state === 'waiting')
      if (!next) return
      const { key } = next
      const sentFor = this.member
      this.change(key, { state: 'sending', sent: 0, parts: 1 })
      const onPart = (sent: number, parts: number) => {
        if (sent < parts) this.change(key, { sent, parts })
      }
      const sending = { purpose: this.purpose, actingFor: sentFor, onPart }
      const outcome = await sendPicture(next, sending).catch(() => unreadable)
      if (!outcome.ok) this.change(key, { state: 'failed', ...failureOf(outcome) })
      else if (sentFor !== this.member) this.change(key, { state: 'waiting' })
      else this.change(key, { state: 'ready', sentFor, fileId: outcome.data.fileId })
    }
  }
}

const unreachable = { ok: false, code: 'unreachable', message: failureText.unreachable } as const

const unreadable: CallOutcome<{ fileId: FileId }> = {
  ok: false,
  code: 'not_found',
  message: pictureText.gone,
}

/** Says why a picture was not sent, and whether another try may succeed. */
function failureOf({ code, message }: Exclude<CallOutcome<object>, { ok: true }>) {
  if (code === 'unreachable' || code === 'rate_limited')
    return { code, failure: pictureText.whyNot[code], mayRetry: true }
  return { code, failure: message, mayRetry: code === 'internal' || code === 'not_found' }
}
