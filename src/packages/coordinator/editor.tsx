import { useRouter } from '@tarojs/taro'
import { cloudNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import type { Community } from '#contract/community'
import type { Operation } from '#contract/operations'
import { emptyForm, formFrom, formOf } from '#features/coordinator/edit/activityForm'
import { ChangeActivity } from '#features/coordinator/edit/ChangeActivity'
import { type KeptForm, useActivityForm } from '#features/coordinator/edit/useActivityForm'
import { WriteDraft } from '#features/coordinator/edit/WriteDraft'
import { ForCoordinators } from '#features/coordinator/ForCoordinators'
import { type Frame, frameOf } from '#features/coordinator/frame'
import { titles } from '#text/shared/titles'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'

/** Writes an activity: a new one, one from a template, a draft, or a published one. */
export default function EditorPage() {
  const { id = '', template = '' } = useRouter().params
  // all are asked at once
  const activity = useRead('activity.get', { activityId: id }, { wait: !id })
  const templates = useRead('activity.templates', {}, { wait: !template })
  const [community, again] = useRead('community.get', {})
  const [teams, retry] = useRead('team.list', { limit: 50 })
  return (
    <Screen title={titles.coordinatorEditor}>
      <ForCoordinators>
        {(me) => (
          <StateView of={community} onRetry={again}>
            {(shared) => (
              <StateView of={teams} onRetry={retry}>
                {({ items }) => (
                  <Editor
                    from={{ id, template, activity, templates }}
                    community={shared}
                    frame={frameOf(me, items, shared.limits)}
                  />
                )}
              </StateView>
            )}
          </StateView>
        )}
      </ForCoordinators>
    </Screen>
  )
}

interface EditorProps {
  /** What it begins with: an activity, a template, or neither. */
  from: {
    id: string
    template: string
    activity: Read<'activity.get'>
    templates: Read<'activity.templates'>
  }
  community: Community
  frame: Frame
}
type Read<Op extends Operation> = ReturnType<typeof useRead<Op>>

function Editor({ from: { id, template, ...reads }, community, frame }: EditorProps) {
  const [activity, refresh] = reads.activity
  const [templates, retry] = reads.templates
  const { eldersFromAge } = community.limits
  const now = cloudNow()
  if (id)
    return (
      <StateView of={activity} onRetry={refresh}>
        {(read) => {
          const form = formOf(read, eldersFromAge)
          return (
            <Writing
              keptUnder={`activity:${id}`}
              begin={() => ({ form, before: form, rev: read.rev, activityId: id })}
              published={read.state !== 'draft'}
              concerned={read.capacity - read.free}
              community={community}
              frame={frame}
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
          const form = from ? formFrom(from, eldersFromAge, now) : emptyForm(now)
          return (
            <Writing
              keptUnder={`activity:template:${template}`}
              begin={() => ({ form, before: form })}
              community={community}
              frame={frame}
            />
          )
        }}
      </StateView>
    )
  return (
    <Writing
      keptUnder='activity:new'
      begin={() => ({ form: emptyForm(now), before: emptyForm(now) })}
      community={community}
      frame={frame}
    />
  )
}

interface WritingProps {
  keptUnder: string
  begin: () => KeptForm
  published?: boolean
  /** The number of people with a place. */
  concerned?: number
  community: Community
  frame: Frame
}

function Writing({ keptUnder, begin, published = false, concerned = 0, community, frame }: WritingProps) {
  const held = useActivityForm(keptUnder, begin)
  return published ? (
    <ChangeActivity held={held} concerned={concerned} community={community} frame={frame} />
  ) : (
    <WriteDraft held={held} community={community} frame={frame} />
  )
}
