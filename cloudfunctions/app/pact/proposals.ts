import { type Context, isRegistered, type MemberContext, no, yes } from '#app/call/context'
import { requestViewerOf } from '#app/call/viewer'
import { fileReserved } from '#app/request/filing'
import type { PactProposal, pactProposals, pactPropose } from '#contract/pact'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { proposalOf } from '#core/pact/proposal'
import { holdsPersonalNumber } from '#core/publication/personal'
import { nobody } from '#core/request/view'
import { requests } from '#store/collections'
import { pactOf, standingPact } from './standing'

/** Files a proposal for a pact, as a request that nobody else reads until staff clear it. */
export async function propose(
  context: MemberContext,
  { publicationId, words }: Input<typeof pactPropose>,
): Promise<Answer<{ proposalId: string }>> {
  const { refusal } = await standingPact(context, publicationId)
  if (refusal) return refusal
  if (holdsPersonalNumber(words)) return no('text_personal')
  const more = () => ({ pactId: publicationId })
  const filed = await fileReserved(context, { category: 'pact', description: words, words, more })
  return filed.ok ? yes({ proposalId: filed.data.requestId }) : filed
}

/** Lists the proposals for a pact that have been cleared, the latest first. */
export async function proposals(
  context: Context,
  { publicationId, cursor, limit = 10 }: Input<typeof pactProposals>,
): Promise<Answer<Page<PactProposal>>> {
  const { refusal } = await pactOf(context, publicationId)
  if (refusal) return refusal
  const viewer = isRegistered(context) ? requestViewerOf(context) : nobody
  const page = await requests.page('ofPact', { pactId: publicationId, onBoard: true }, { cursor, limit })
  return yes({ ...page, items: page.items.map((request) => proposalOf(request, viewer)) })
}
