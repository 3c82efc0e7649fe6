import type { StageReached } from '#contract/campaign'
import { type Command, type Decision, withEffects } from '#core/change/aggregate'
import { type Publication, withAside } from '#core/publication/publication'
import type { Writer } from '#core/publication/publishing'

/** So many steps of a campaign's way are kept; more go back and forth. */
const keptSteps = 30

const isCampaign = ({ kind, edition }: Publication): boolean => kind === 'campaign' && edition > 0

/** The stages that it has reached, of those that it still has. */
export const reachedOf = ({
  reached = [],
  content,
}: Pick<Publication, 'reached' | 'content'>): StageReached[] =>
  reached.filter(({ stage }) => stage < (content.stages?.length ?? 0))

const withStage = (campaign: Publication, step: StageReached): Publication => ({
  ...campaign,
  reached: [...(campaign.reached ?? []), step].slice(-keptSteps),
})

/** It has come to one of its stages; forward or, where that was wrong, back. */
export function decideStage(
  campaign: Publication,
  command: Command,
  { stage, words }: Omit<StageReached, 'at'>,
): Decision<Publication> {
  if (!isCampaign(campaign)) return { refusal: 'not_found' }
  if (campaign.state === 'retired') return { refusal: 'publication_over' }
  if (stage >= (campaign.content.stages?.length ?? 0)) return { refusal: 'invalid_input' }
  const last = reachedOf(campaign).at(-1)
  if (last?.stage === stage && words === undefined) return { next: campaign }
  const next = withStage(withAside(campaign, command, 'staged', words), {
    ...{ stage, at: command.at },
    ...(words !== undefined && { words }),
  })
  return withEffects(next, command, [], campaign.wakesAt)
}

/**
 * Its gathered requests are to be resolved with these words, and it stands at its last stage. Also where it is over:
 * what it has gathered is not left behind.
 */
export function decideCampaignResolve(
  campaign: Publication,
  command: Command,
  words: string,
  { _id: byId, name: byName }: Writer,
): Decision<Publication> {
  if (!isCampaign(campaign)) return { refusal: 'not_found' }
  const said = withAside(campaign, command, 'resolved', words)
  const stage = Math.max((campaign.content.stages?.length ?? 0) - 1, 0)
  const next = reachedOf(campaign).at(-1)?.stage === stage ? said : withStage(said, { stage, at: command.at })
  return withEffects(
    next,
    command,
    [
      {
        ...{ effect: 'resolveGathered', publicationId: campaign._id, words },
        ...{ cause: command.key, byId, byName },
      },
    ],
    campaign.wakesAt,
  )
}
