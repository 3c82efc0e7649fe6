import { useRouter } from '@tarojs/taro'
import { cloudNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import type { Community } from '#contract/community'
import { emptyForm, formFrom, formOf } from '#features/coordinator/edit/activityForm'
import { ChangeActivity } from '#features/coordinator/edit/ChangeActivity'
import { type KeptForm, useActivityForm } from '#features/coordinator/edit/useActivityForm'
import { WriteDraft } from '#features/coordinator/edit/WriteDraft'
import { ForCoordinators } from '#features/coordinator/ForCoordinators'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'

/** Writes an activity: a new one, one from a template, a draft, or a published one. */
export default function EditorPage() {
  const { id = '', template = '' } = useRouter().params
  const [community, again] = useRead('community.get', {})
  const [activity, refresh] = useRead('activity.get', { activityId: id }, { wait: !id })
  const [templates, retry] = useRead('activity.templates', {}, { wait: !template })

  return (
    <Screen title={titles.coordinatorEditor}>
      <ForCoordinators>
        <StateView of={community} onRetry={again}>
          {(shared) => {
            const now = cloudNow()
            if (id)
              return (
                <StateView of={activity} onRetry={refresh}>
                  {(read) => {
                    const form = formOf(read, shared.limits.eldersFromAge)
                    return (
                      <Writing
                        keptUnder={`activity:${id}`}
                        begin={() => ({ form, before: form, rev: read.rev, activityId: id })}
                        published={read.state !== 'draft'}
                        concerned={read.capacity - read.free}
                        community={shared}
                      />
                    )
                  }}
                </StateView>
              )
            if (template)
              return (
                <StateView of={templates} onRetry={retry}>
                  {({ items }) => {
                    const from = items.find((each) => each.template === template)
                    const form = from ? formFrom(from, shared.limits.eldersFromAge, now) : emptyForm(now)
                    return (
                      <Writing
                        keptUnder={`activity:template:${template}`}
                        begin={() => ({ form, before: form })}
                        community={shared}
                      />
                    )
                  }}
                </StateView>
              )
            return (
              <Writing
                keptUnder='activity:new'
                begin={() => ({ form: emptyForm(now), before: emptyForm(now) })}
                community={shared}
              />
            )
          }}
        </StateView>
      </ForCoordinators>
    </Screen>
  )
}

interface WritingProps {
  keptUnder: string
  begin: () => KeptForm
  published?: boolean
  /** The number of people with a place. */
  concerned?: number
  community: Community
}

function Writing({ keptUnder, begin, published = false, concerned = 0, community }: WritingProps) {
  const held = useActivityForm(keptUnder, begin)
  return published ? (
    <ChangeActivity held={held} concerned={concerned} community={community} />
  ) : (
    <WriteDraft held={held} community={community} />
  )
}
