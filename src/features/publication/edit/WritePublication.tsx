import { useRef, useState } from 'react'
import { cloudNow } from '#clock'
import { type SentCommand, useCommand } from '#cloud/call/useCommand'
import { type Sender, useForm } from '#cloud/call/useForm'
import { useKeptDraft } from '#cloud/kept/useKeptDraft'
import { useFileUrls } from '#cloud/picture/useFileUrls'
import { usePictures } from '#cloud/picture/usePictures'
import type { Community } from '#contract/community'
import { manyPictures } from '#contract/file'
import type {
  PublicationContent,
  PublicationKind,
  PublicationMoved,
  PublicationState,
} from '#contract/publication'
import { secondWordKinds } from '#contract/publication'
import { partWords } from '#text/publication/publication'
import { publicationFormText as words } from '#text/publication/writing'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { PicturesField } from '#ui/field/PicturesField'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { KeptDraftBanner } from '#ui/form/KeptDraftBanner'
import { PictureStrip } from '#ui/picture/PictureStrip'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { PublicationWords } from '../PublicationWords'
import { KindChoice, PublicationFields } from './PublicationFields'
import { checkDraft, checkPublication, contentOf, type PublicationDraft } from './publicationDraft'

export interface WritePublicationProps {
  begin: PublicationDraft
  /** Of what is changed; a new one is a draft. */
  state: PublicationState
  community: Community
  onDone: (moved: PublicationMoved) => void
  /** It is put away as a draft. */
  onSaved: (moved: PublicationMoved) => void
}

/** Writes what is to stand: kept on the phone until it is sent, looked at before it is published. */
export function WritePublication({ begin, state, community, onDone, onSaved }: WritePublicationProps) {
  const [round, again] = useState(0)
  return (
    <Writing key={round} {...{ begin, state, community, onDone, onSaved }} onAgain={() => again(round + 1)} />
  )
}

/** The form, its pictures, and what sends it: published, or put away as a draft. */
function useWriting({ begin, state, onDone, onSaved }: Omit<WritePublicationProps, 'community'>) {
  const held = useKeptDraft(`publication:${begin.publicationId ?? 'new'}`, () => begin)
  const { held: pictures, tray } = usePictures(held.keptUnder, {
    purpose: 'publication_photo',
    most: Math.max(0, manyPictures - held.draft.fileIds.length),
  })
  const { publicationId, rev, kind } = held.draft
  const senders = useSenders({ publicationId, rev, kind }, state)
  const after = (then: (moved: PublicationMoved) => void) => (moved: PublicationMoved) => {
    held.clear()
    then(moved)
  }
  const shared = {
    atFault: showFirstFault,
    pictures: {
      tray,
      into: (content: PublicationContent, { fileIds = [] }: { fileIds?: string[] }) => {
        const all = [...(content.fileIds ?? []), ...fileIds]
        return all.length > 0 ? { ...content, fileIds: all } : content
      },
    },
  }
  const form = useForm(held, {
    ...shared,
    check: (draft) => checkPublication(draft, cloudNow()),
    by: senders.publish,
    mends: true,
    onDone: after(onDone),
  })
  const saving = useForm(held, { ...shared, check: checkDraft, by: senders.save, onDone: after(onSaved) })
  return { held, pictures, tray, form, saving }
}

/** The verb on the button: what stands gets a new edition, and some kinds wait for a second word. */
const actionOf = (state: PublicationState, kind: PublicationKind): string => {
  const waits = secondWordKinds.includes(kind)
  if (state === 'published') return waits ? words.changePropose : words.change
  return waits ? words.propose : words.publish
}

function Writing({ community, onAgain, ...how }: WritePublicationProps & { onAgain: () => void }) {
  const [preview, setPreview] = useState(false)
  const { held, pictures, tray, form, saving } = useWriting(how)
  const { kind, fileIds } = held.draft
  const asked = { ...form, faults: { ...saving.faults, ...form.faults } }
  const restart = () => {
    held.clear()
    tray.clear()
    onAgain()
  }
  return (
    <>
      <Maybe>{held.found && <KeptDraftBanner onEmpty={restart} />}</Maybe>
      {preview ? (
        <PublicationWords content={contentOf(held.written())} />
      ) : (
        <>
          {how.begin.publicationId === undefined && <KindChoice form={asked} />}
          <PublicationFields key={kind} form={asked} community={community} />
          <Standing
            fileIds={fileIds}
            onTake={(fileId) =>
              held.choose((now) => ({ ...now, fileIds: now.fileIds.filter((each) => each !== fileId) }))
            }
          />
          <PicturesField label={words.pictures} hint={words.picturesHint} held={pictures} />
        </>
      )}
      <Button look='quiet' onPress={() => setPreview(!preview)}>
        {preview ? words.back : words.preview}
      </Button>
      <FormFoot
        form={{
          busy: form.busy || saving.busy,
          failure: form.failure ?? saving.failure,
          submit: () => {
            setPreview(false)
            return form.submit()
          },
        }}
        action={actionOf(how.state, kind)}
      >
        {how.state === 'draft' && (
          <Button look='quiet' busy={saving.busy} onPress={saving.submit}>
            {words.save}
          </Button>
        )}
      </FormFoot>
    </>
  )
}

/** How it is sent: a draft is saved, and published when it is; of what stands each part is given, or taken away. */
function useSenders(
  { publicationId, rev, kind }: Pick<PublicationDraft, 'publicationId' | 'rev' | 'kind'>,
  state: PublicationState,
): Record<'publish' | 'save', Sender<PublicationContent, PublicationMoved>> {
  const publish = useCommand('publication.publish')
  const saveDraft = useCommand('publication.saveDraft')
  // what was saved here has a new number, which is not known here
  const saved = useRef(false)
  const edit = useCommand('publication.edit')
  const sender = (
    command: Pick<SentCommand<'publication.publish'>, 'busy' | 'failure' | 'onTap'>,
    attempt: Sender<PublicationContent, PublicationMoved>['attempt'],
  ) => ({ busy: command.busy, failure: command.failure, onTap: command.onTap, attempt })
  const save = sender(saveDraft, async (content) => {
    const outcome = await saveDraft.attempt({
      kind,
      ...content,
      ...(publicationId && { publicationId }),
      ...(rev !== undefined && !saved.current && { rev }),
    })
    if (outcome?.ok) saved.current = true
    return outcome
  })
  if (state === 'published' && publicationId)
    return {
      save,
      publish: sender(edit, ({ title, body, ...parts }) =>
        edit.attempt({ publicationId, ...(rev !== undefined && { rev }), title, body, ...emptied, ...parts }),
      ),
    }
  if (!publicationId)
    return { save, publish: sender(publish, (content) => publish.attempt({ kind, ...content })) }
  return {
    save,
    publish: {
      ...sender(publish, async (content) => {
        const outcome = await save.attempt(content)
        return outcome?.ok ? publish.attempt({ publicationId }) : outcome
      }),
      busy: saveDraft.busy || publish.busy,
      failure: saveDraft.failure ?? publish.failure,
    },
  }
}

/** Every part that the form holds and that may be absent, taken away. What a campaign looks like afterwards is added elsewhere. */
const emptied = Object.fromEntries(
  Object.keys(partWords)
    .filter((part) => part !== 'title' && part !== 'body' && part !== 'afterFileIds')
    .map((part) => [part, null]),
)

interface StandingProps {
  fileIds: readonly string[]
  onTake: (fileId: string) => void
}

/** The pictures that stand already; each can be taken away. */
function Standing({ fileIds, onTake }: StandingProps) {
  const pictures = useFileUrls(fileIds)
  if (fileIds.length === 0) return null
  return (
    <Card title={words.standing}>
      {fileIds.map((fileId, index) => (
        <Box key={fileId} className='stack-tight'>
          <PictureStrip pictures={pictures.slice(index, index + 1)} label={words.nthPicture(index + 1)} />
          <LineButton label={words.takeNth(index + 1)} onPress={() => onTake(fileId)}>
            {words.take}
          </LineButton>
        </Box>
      ))}
    </Card>
  )
}
