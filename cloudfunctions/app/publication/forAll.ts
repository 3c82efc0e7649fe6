import { type Context, no } from '#app/call/context'
import type { Refusal } from '#contract/shared/refusal'
import { holdsPersonalNumber } from '#core/publication/personal'
import { checkText } from '#store/platform/wechat'

/** Why words may not be read by all: they hold a person's number, or WeChat finds them risky. */
export async function unfitForAll(
  { writer }: Pick<Context, 'writer'>,
  words: string,
): Promise<Refusal | undefined> {
  if (holdsPersonalNumber(words)) return no('text_personal')
  return (await checkText(writer, words)) === 'risky' ? no('text_risky') : undefined
}
