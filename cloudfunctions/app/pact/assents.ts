import { invalid, type MemberContext, no, yes } from '#app/call/context'
import type { PaperLine, pactAssent, pactPaperAssents, pactPapers } from '#contract/pact'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MemberId, Page } from '#contract/shared/scalars'
import { type Assent, assentAfter, nextPaperLine, type PaperAssents } from '#core/pact/assent'
import { assents, paperAssents } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { saving } from '#store/saving'
import { oneOf } from '#store/words/conditions'
import { pactOf, standingPact } from './standing'

/** More than anybody has. */
const manyAssents = 500

/** Assents to the present edition, or takes it back. Nobody is told, and nobody reads whose it is. */
export async function assent(
  context: MemberContext,
  { publicationId, edition, assents: on }: Input<typeof pactAssent>,
): Promise<Answer<{ assents: number; assented: boolean }>> {
  const { pact, refusal } = await standingPact(context, publicationId)
  if (refusal) return refusal
  if (edition !== undefined && edition !== pact.edition) return no('pact_changed')
  const of = { publicationId, edition: pact.edition }
  const standing = await saveAssent(context, of, on)
  return yes({
    assents: await assents.count('counted', { publicationId, edition: pact.edition, on: true }),
    assented: standing,
  })
}

/** Writes it, and answers whether it stands. One that moves with an adopted account keeps its id. */
async function saveAssent(
  { member, command, settings }: MemberContext,
  of: Pick<Assent, 'publicationId' | 'edition'>,
  on: boolean,
): Promise<boolean> {
  const { publicationId, edition } = of
  const { _id: memberId, communityId } = member
  const [own] = await assents.find(
    'mine',
    { memberId: oneOf([memberId, ...(member.joining ? [member.joining] : [])]), publicationId, edition },
    { limit: 1, fields: ['edition'] },
  )
  const name = `assent:${publicationId}:${edition}:${memberId}`
  const _id = own?._id ?? `as_${settings.sealing.derive(name).toString('hex')}`
  const start: Assent = { _id, communityId, ...of, memberId, on: false, rev: 0, by: [] }
  const { next } = await saving(assents, _id, (stored) => ({
    next: stored || on ? assentAfter(stored ?? start, on, command.key) : undefined,
  }))
  return next?.on ?? false
}

/** Adds assents on paper to the book, or takes a line of it back. */
export async function addPaper(
  context: MemberContext,
  input: Input<typeof pactPaperAssents>,
): Promise<Answer<{ lineId: string; paper: number }>> {
  const { publicationId, note } = input
  const { pact, refusal } = await standingPact(context, publicationId)
  if (refusal) return refusal
  if ((await checkText(context.writer, note)) === 'risky') return no('text_risky')
  const of = { publicationId, edition: pact.edition }
  if ('count' in input) return written(context, of, note, input.count)
  const line = await paperAssents.get(input.reverses)
  if (line?.publicationId !== publicationId || line.edition !== pact.edition) return no('paper_none')
  if (line.reverses !== undefined) return invalid('reverses', 'takes a line back itself')
  return written(context, of, note, -line.count, line._id)
}

/** Somebody else may write a line at the same time: the next number is then taken. */
async function written(
  { member, command }: MemberContext,
  of: Pick<PaperAssents, 'publicationId' | 'edition'>,
  note: string,
  count: number,
  reverses?: string,
): Promise<Answer<{ lineId: string; paper: number }>> {
  const { publicationId, edition } = of
  const { communityId, _id: byId, name: byName } = member
  const source = reverses === undefined ? command.key : `back:${reverses}`
  const said = { communityId, ...of, note, byId, byName, at: command.at, source }
  for (;;) {
    const past = await lineFor(source)
    const [last] = await paperAssents.find('ofEdition', { publicationId, edition }, { limit: 1 })
    if (past) return yes({ lineId: past._id, paper: last?.total ?? 0 })
    const line = nextPaperLine(last, count, { ...said, ...(reverses !== undefined && { reverses }) })
    if (await paperAssents.insert(line)) return yes({ lineId: line._id, paper: line.total })
  }
}

const lineFor = async (source: string): Promise<Pick<PaperAssents, '_id'> | undefined> =>
  (await paperAssents.find('bySource', { source }, { limit: 1, fields: ['seq'] }))[0]

/** Lists the book of the present edition, the latest line first. */
export async function papers(
  context: MemberContext,
  { publicationId, cursor, limit = 20 }: Input<typeof pactPapers>,
): Promise<Answer<Page<PaperLine>>> {
  const { pact, refusal } = await pactOf(context, publicationId)
  if (refusal) return refusal
  const { edition } = pact
  const page = await paperAssents.page('ofEdition', { publicationId, edition }, { cursor, limit })
  const back = await reversedAmong(page.items)
  return yes({ ...page, items: page.items.map((line) => lineOf(line, back.has(line._id))) })
}

async function reversedAmong(lines: readonly PaperAssents[]): Promise<Set<string>> {
  const found = await Promise.all(
    lines
      .filter(({ reverses }) => reverses === undefined)
      .map(async ({ _id }) => ((await lineFor(`back:${_id}`)) ? [_id] : [])),
  )
  return new Set(found.flat())
}

const lineOf = (
  { _id: lineId, count, note, byName: who, at, reverses }: PaperAssents,
  reversed: boolean,
): PaperLine => ({
  ...{ lineId, count, note, who, at },
  ...(reverses !== undefined && { reverses }),
  ...(reversed && { reversed: true }),
})

/** The editions that somebody has assented to, for them alone. */
export async function ownAssents(memberId: MemberId): Promise<Pick<Assent, 'publicationId' | 'edition'>[]> {
  const own = await assents.find('byMember', { memberId }, { limit: manyAssents })
  return own.flatMap(({ publicationId, edition, on }) => (on ? [{ publicationId, edition }] : []))
}
