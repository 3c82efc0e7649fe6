import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useRead } from '#cloud/call/useRead'
import type { Community } from '#contract/community'
import { ActivityEditor, ActivityPreview } from '#features/coordinator/edit/ActivityEditor'
import {
  changedParts,
  emptyForm,
  type FormFaults,
  formFrom,
  formOf,
  readForm,
} from '#features/coordinator/edit/activityForm'
import { type KeptForm, useActivityForm } from '#features/coordinator/edit/useActivityForm'
import { coordinatorActivity } from '#routes'
import { editorText as words } from '#text/activity/activityEditor'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { goInstead } from '#ui/go/go'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Confirm } from '#ui/sheet/Confirm'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

/** Writes an activity: a new one, from a template, a draft, or one that is published. */
export default function EditorPage() {
  const { id = '', template = '' } = useRouter().params
  const [community, again] = useRead('community.get', {})
  const [activity, refresh] = useRead('activity.get', { activityId: id }, { wait: !id })
  const [templates, retry] = useRead('activity.templates', {}, { wait: !template })

  return (
    <Screen title={titles.coordinatorEditor}>
      <StateView of={community} onRetry={again}>
        {(shared) => {
          const now = Date.now()
          if (id)
            return (
              <StateView of={activity} onRetry={refresh}>
                {(read) => {
                  const form = formOf(read, shared.limits.eldersFromAge)
                  return (
                    <Writing
                      place={`activity:${id}`}
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
                      place={`activity:template:${template}`}
                      begin={() => ({ form, before: form })}
                      community={shared}
                    />
                  )
                }}
              </StateView>
            )
          return (
            <Writing
              place='activity:new'
              begin={() => ({ form: emptyForm(now), before: emptyForm(now) })}
              community={shared}
            />
          )
        }}
      </StateView>
    </Screen>
  )
}

interface WritingProps {
  place: string
  begin: () => KeptForm
  published?: boolean
  /** People with a place. */
  concerned?: number
  community: Community
}

function Writing({ place, begin, published = false, concerned = 0, community }: WritingProps) {
  const held = useActivityForm(place, begin)
  const elderAge = community.limits.eldersFromAge
  const [faults, setFaults] = useState<FormFaults>({})
  const [telling, setTelling] = useState<readonly string[]>()
  const [said, setSaid] = useState<string>()
  const save = useCommand('activity.saveDraft')
  const edit = useCommand('activity.edit')
  const failure = save.failure ?? (telling ? undefined : edit.failure)

  function checked() {
    const read = readForm(held.written(), elderAge)
    setFaults(read.faults)
    setSaid(undefined)
    if (!read.written) showFirstFault()
    return read.written
  }
  const target = () => ({
    ...(held.activityId && { activityId: held.activityId }),
    ...(held.rev !== undefined && { rev: held.rev }),
  })

  async function store(leave: boolean) {
    const written = checked()
    if (!written) return
    const saved = await save.run({ ...written, ...target() })
    if (!saved) return
    held.saved(saved.activityId)
    if (leave) goInstead(coordinatorActivity(saved.activityId))
    else setSaid(words.saved)
  }
  function ask() {
    if (!checked()) return
    const parts = changedParts(held.before, held.written())
    edit.clear()
    if (parts.length === 0) setSaid(words.unchanged)
    else setTelling(parts)
  }
  async function change() {
    const { written } = readForm(held.written(), elderAge)
    if (!written || !held.activityId) return
    const { activityId, rev } = held
    // what stood there and was emptied goes; what is left out of an edit would stay
    const noSubsidy = held.before.subsidy !== '' && written.subsidyFen === undefined && { subsidyFen: 0 }
    const edited = { ...written, ...noSubsidy, activityId, ...(rev !== undefined && { rev }) }
    if (!(await edit.run(edited))) return
    held.clear()
    goInstead(coordinatorActivity(activityId))
  }
  const conflict = (code: string | undefined, message: string | undefined) =>
    code === 'conflict' ? words.conflict : message

  return (
    <Box className='stack'>
      <Box className='soft small'>{words.kept}</Box>
      <ActivityEditor held={held} faults={faults} community={community} elderAge={elderAge} />
      <ActivityPreview held={held} />
      <Maybe>
        {failure && <Banner tone='bad'>{conflict(failure.code, failure.message) ?? ''}</Banner>}
        {said && <Banner tone='good'>{said}</Banner>}
      </Maybe>
      {failure?.code === 'conflict' && held.activityId && (
        <Button
          look='quiet'
          onPress={() => {
            held.clear()
            goInstead(coordinatorActivity(held.activityId ?? ''))
          }}
        >
          {words.reload}
        </Button>
      )}
      {published ? (
        <Button onPress={ask}>{words.change}</Button>
      ) : (
        <Box className='stack-tight'>
          <Button busy={save.busy} onPress={() => store(true)}>
            {words.next}
          </Button>
          <Button look='quiet' busy={save.busy} onPress={() => store(false)}>
            {words.save}
          </Button>
        </Box>
      )}
      <Maybe>
        {telling && (
          <Confirm
            title={words.changeTitle}
            text={words.changeText(telling, concerned)}
            action={words.changeAction}
            look='primary'
            busy={edit.busy}
            failure={conflict(edit.failure?.code, edit.failure?.message)}
            onConfirm={change}
            keep={words.changeKeep}
            onClose={() => setTelling(undefined)}
          />
        )}
      </Maybe>
    </Box>
  )
}
