import { type Context, yes } from '#app/call/context'
import type { activityTemplates, Template } from '#contract/activity'
import type { ActivityTemplate, Falls } from '#contract/shared/activityTemplate'
import { defaultTemplates } from '#contract/shared/defaultTemplates'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import { isFestive, lunarWords, nextDayToBegin } from '#core/calendar/almanac'
import { communities } from '#store/collections'
import type { CommunityDocument } from '#store/rows/community'

const templatesOf = ({ templates }: Pick<CommunityDocument, 'templates'>): readonly ActivityTemplate[] =>
  templates ?? defaultTemplates

/** The day of an activity's template; undefined where it has none, or that is gone. */
export const fallsOf = (community: CommunityDocument, festival: string | null): Falls | undefined =>
  festival === null ? undefined : templatesOf(community).find(({ template }) => template === festival)?.falls

/** Lists the templates that a coordinator may begin from, the next festival first. */
export async function list(
  { community, command }: Context,
  { from = dayOf(command.at) }: Input<typeof activityTemplates>,
): Promise<Answer<Page<Template>>> {
  // the copy in memory is not asked: the admin who has just written a template must see it
  const written = (await communities.get(community._id)) ?? {}
  const items = templatesOf(written).map(({ falls, ...template }): Template => {
    const day = nextDayToBegin(falls, template.begins, from, command.at)
    return {
      ...template,
      day,
      ...(isFestive(falls) ? { festive: true as const } : {}),
      ...(falls.on === 'lunar' ? { lunar: lunarWords(day) } : {}),
    }
  })
  return yes({ items: items.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) })
}
