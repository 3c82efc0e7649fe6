import { useState } from 'react'
import type { Community } from '#contract/community'
import type { MemberId } from '#contract/shared/scalars'
import { requestDetail } from '#routes'
import { filingText as words } from '#text/request/requestFiling'
import { Choice } from '#ui/choice/Choice'
import { PicturesField } from '#ui/field/PicturesField'
import { ParagraphField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { KeptDraftBanner } from '#ui/form/KeptDraftBanner'
import { goInstead } from '#ui/go/go'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { CategoryQuestions } from './CategoryQuestion'
import { FilingPlace } from './FilingPlace'
import { FilingWho } from './FilingWho'
import { type FilingBegun, labelsAt, whereFiled } from './filingDraft'
import { RequestInOutbox } from './RequestInOutbox'
import { SimilarRequests } from './SimilarRequests'
import { useFiling } from './useFiling'

export interface FilingFormProps {
  community: Community
  /** The place that is chosen at first: the person's own. */
  home: { gridId: string; estateId?: string | undefined }
  /** Whether the person is a worker, who may file for somebody without a phone. */
  mayFileForOthers: boolean
  /** The member for whom the person files. */
  actingFor?: MemberId | undefined
  /** What another page has begun to write. */
  begun?: FilingBegun | undefined
}

/** Files a request on one page. It shows similar requests before the person writes a description. */
export function FilingForm(props: FilingFormProps) {
  /** How often the form was emptied. It is the form's key, so each time all fields begin again. */
  const [emptied, setEmptied] = useState(0)
  return <FilingFields key={emptied} {...props} onEmpty={() => setEmptied((times) => times + 1)} />
}

function FilingFields(props: FilingFormProps & { onEmpty: () => void }) {
  const { community, home, mayFileForOthers, actingFor, begun, onEmpty } = props
  const { form, pictures, category, place, found, waits, clear } = useFiling(
    community,
    home,
    actingFor,
    begun,
  )
  const { draft, faults, choose, write } = form
  if (waits) return <RequestInOutbox onAnother={onEmpty} />
  const where = whereFiled({ ...draft, place })
  const placed = 'estateId' in where || 'place' in where
  const wrong = labelsAt(faults)
  return (
    <Box className='stack'>
      {found && (
        <KeptDraftBanner
          onEmpty={() => {
            clear()
            onEmpty()
          }}
        />
      )}
      <Choice
        label={words.category}
        options={community.requestCategories.map(({ category: value, title }) => ({ value, title }))}
        chosen={draft.category}
        onChoose={(chosen) => choose({ category: chosen })}
        error={faults.category}
      />
      <FilingPlace
        community={community}
        draft={draft}
        faults={faults}
        fromHome={home.estateId !== undefined}
        onChoose={choose}
        onWrite={write}
      />
      <Maybe>
        {category && placed && (
          <SimilarRequests
            asked={{ category: category.category, ...where }}
            community={community}
            actingFor={actingFor}
            onJoined={(requestId) => {
              clear()
              goInstead(requestDetail(requestId, actingFor))
            }}
          />
        )}
      </Maybe>
      <Maybe>
        {category && category.fields.length > 0 && (
          <CategoryQuestions key={category.category} category={category} form={form} />
        )}
      </Maybe>
      <ParagraphField
        label={words.description}
        hint={words.descriptionHint}
        initial={draft.description}
        maxLength={500}
        onText={(description) => write({ description })}
        error={faults.description}
      />
      <PicturesField hint={words.picturesHint} held={pictures} />
      {mayFileForOthers && <FilingWho form={form} />}
      <Box className='soft'>{words.next}</Box>
      <FormFoot
        pinned
        form={{ ...form, failure: wrong.length > 0 ? words.unfinished(wrong) : form.failure }}
        action={words.submit}
      />
    </Box>
  )
}
