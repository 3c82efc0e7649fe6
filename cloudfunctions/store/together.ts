import type { Inquiry } from './engine/documents'
import { raw } from './engine/raw'

type Inquiries = Readonly<Record<string, Inquiry<unknown> | undefined>>
type AnswerOf<Asked> = Asked extends Inquiry<infer Answer> ? Answer : undefined
/** What each of several inquiries answers, under its name; undefined where nothing was asked. */
export type Answers<Asked extends Inquiries> = { [Name in keyof Asked]: AnswerOf<Asked[Name]> }

/**
 * Makes several reads by one call, beside the document of the community; nothing asked costs no call. Each answers
 * what it answers alone. Throws where the community is not there.
 */
export async function together<Asked extends Inquiries>(
  communityId: string,
  asked: Asked,
): Promise<Answers<Asked>> {
  const made = Object.entries(asked).flatMap(([name, inquiry]) => (inquiry ? [{ name, inquiry }] : []))
  if (made.length === 0) return answersOf({})
  const sought = Object.fromEntries(made.map(({ name, inquiry }) => [name, inquiry.sought]))
  const found = await raw('communities').readBeside<never>(communityId, sought)
  if (!found) throw new Error(`the community ${communityId} is not there`)
  return answersOf(
    Object.fromEntries(made.map(({ name, inquiry }) => [name, inquiry.answer(found[name] ?? [])])),
  )
}

/** The names are those that were asked; the compiler does not follow them through a list. */
const answersOf = <Asked extends Inquiries>(answers: object): Answers<Asked> => answers as Answers<Asked>

/** The same inquiry, whose answer is read further. */
export const readAs = <Answer, Further>(
  { sought, answer }: Inquiry<Answer>,
  further: (answer: Answer) => Further,
): Inquiry<Further> => ({ sought, answer: (found) => further(answer(found)) })
