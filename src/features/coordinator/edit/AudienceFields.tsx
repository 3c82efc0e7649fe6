import type { Form } from '#cloud/call/useForm'
import type { Community } from '#contract/community'
import { editorText as words } from '#text/activity/activityEditor'
import { Choice } from '#ui/choice/Choice'
import { ManyChoice } from '#ui/choice/ManyChoice'
import { TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import type { ActivityForm, Invited } from './activityFields'
import type { FormPart } from './activityForm'

export interface AudienceFieldsProps {
  form: Form<ActivityForm, FormPart>
  community: Pick<Community, 'grids' | 'estates'>
  elderAge: number
}

const toggled = (chosen: readonly string[], value: string) =>
  chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]

/** Asks who is invited: everybody, certain ages, certain grids or estates. */
export function AudienceFields({ form, community, elderAge }: AudienceFieldsProps) {
  const { draft, faults, choose, write } = form
  const invitedOptions: { value: Invited; title: string; detail?: string | undefined }[] = [
    { value: 'all', title: words.invited.all.title },
    { value: 'elders', title: words.invited.elders.title, detail: words.invited.elders.detail(elderAge) },
    { value: 'children', ...words.invited.children },
    { value: 'ages', ...words.invited.ages },
  ]
  return (
    <>
      <Choice
        label={words.audience}
        options={invitedOptions}
        chosen={draft.invited}
        onChoose={(invited) => choose({ invited })}
        tall
      />
      <Maybe>
        {draft.invited === 'ages' && (
          <Box className='stack-tight'>
            <TextField
              label={words.minAge}
              hint={words.agesHint}
              initial={draft.minAge}
              keyboard='digits'
              optional
              maxLength={3}
              error={faults.ages}
              onText={(minAge) => write({ minAge })}
            />
            <TextField
              label={words.maxAge}
              initial={draft.maxAge}
              keyboard='digits'
              optional
              maxLength={3}
              onText={(maxAge) => write({ maxAge })}
            />
          </Box>
        )}
      </Maybe>
      <ManyChoice
        label={words.grids}
        options={community.grids.map(({ gridId, name }) => ({ value: gridId, title: name }))}
        chosen={draft.gridIds}
        onToggle={(gridId) => choose({ gridIds: toggled(draft.gridIds, gridId) })}
      />
      <ManyChoice
        label={words.estates}
        options={community.estates.map(({ estateId, name }) => ({ value: estateId, title: name }))}
        chosen={draft.estateIds}
        onToggle={(estateId) => choose({ estateIds: toggled(draft.estateIds, estateId) })}
      />
    </>
  )
}
