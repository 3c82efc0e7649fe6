/** What a prompt resolves with, or an Error whose message is the `errMsg` with which it fails. */
export type Answer = Record<string, unknown> | Error
type Reply = Answer | ((options: Record<string, unknown>) => Answer | Promise<Answer>)

/**
 * The person's answers when WeChat asks, in order: each serves one prompt. A prompt without an answer is an
 * error, and so is an answer without a prompt, so that no dialog comes or is missing unnoticed.
 */
export class Answers {
  private readonly queued: { api: string; reply: Reply }[] = []

  /** `wx.showModal`; `content` is what was typed into an editable one. */
  modal(choice: 'confirm' | 'cancel', content?: string): this {
    const confirm = choice === 'confirm'
    return this.api('showModal', { confirm, cancel: !confirm, ...(content !== undefined && { content }) })
  }

  /** `wx.showActionSheet`, by the label of the item; `null` closes it. */
  actionSheet(label: string | null): this {
    return this.api('showActionSheet', ({ itemList }) => {
      if (label === null) return new Error('showActionSheet:fail cancel')
      const tapIndex = (itemList as string[]).indexOf(label)
      if (tapIndex < 0)
        throw new Error(`The sheet has no 「${label}」: ${(itemList as string[]).join(' / ')}`)
      return { tapIndex }
    })
  }

  /** `wx.scanCode`, with the text of the code; `null` goes back without scanning. */
  scan(result: string | null): this {
    return this.api(
      'scanCode',
      result === null ? new Error('scanCode:fail cancel') : { result, scanType: 'QR_CODE', charSet: 'utf-8' },
    )
  }

  /** `wx.requestSubscribeMessage`: the same choice for every template asked for. */
  subscribe(choice: 'accept' | 'reject' | 'ban'): this {
    return this.api('requestSubscribeMessage', subscribing(choice))
  }

  /** Any other API of `wx`, by name. */
  api(api: string, reply: Reply): this {
    this.queued.push({ api, reply })
    return this
  }

  /** Whether an answer waits for this API. */
  has(api: string): boolean {
    return this.queued.some((answer) => answer.api === api)
  }

  /** The next answer for this API. Throws where there is none. */
  async take(api: string, options: Record<string, unknown>): Promise<Answer> {
    const index = this.queued.findIndex((answer) => answer.api === api)
    if (index < 0 && api === 'requestSubscribeMessage') return subscribing('accept')(options)
    if (index < 0) {
      throw new Error(`wx.${api} was called and the test gave no answer: ${JSON.stringify(options)}`)
    }
    const reply = this.queued.splice(index, 1)[0]?.reply as Reply
    return typeof reply === 'function' ? reply(options) : reply
  }

  /** APIs with an answer that no prompt used. */
  get unused(): string[] {
    return this.queued.map(({ api }) => api)
  }
}

/** Who has ticked 总是保持以上选择 is asked nothing: so are all whose test says nothing about it. */
const subscribing =
  (choice: 'accept' | 'reject' | 'ban') =>
  ({ tmplIds }: Record<string, unknown>) =>
    Object.fromEntries((tmplIds as string[]).map((id) => [id, choice]))
