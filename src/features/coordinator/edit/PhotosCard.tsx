import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { useFileUrls } from '#cloud/picture/useFileUrls'
import { usePictures } from '#cloud/picture/usePictures'
import { type ActivityDetail, manyPhotos } from '#contract/activity'
import type { RawInputOf } from '#contract/operations'
import { photoEditorText as words } from '#text/activity/photo'
import { LineButton } from '#ui/button/LineButton'
import { PicturesField } from '#ui/field/PicturesField'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { Failure } from '#ui/form/Failure'
import { FormFoot } from '#ui/form/FormFoot'
import { PictureStrip } from '#ui/picture/PictureStrip'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import './PhotosCard.scss'

export interface PhotosCardProps {
  activityId: string
  photos: ActivityDetail['photos']
  onChanged: () => Promise<void>
}

/** The photos on the activity's page. Each can be taken off, and more can be added. */
export function PhotosCard({ activityId, photos, onChanged }: PhotosCardProps) {
  const pictures = useFileUrls(photos.map(({ fileId }) => fileId))
  const remove = useCommand('activity.removePhoto')
  async function takeOff(fileId: string) {
    if (await remove.run({ activityId, fileId })) await onChanged()
  }
  return (
    <Card title={words.title(photos.length)}>
      <Box>{words.lead}</Box>
      <Maybe>
        {photos.length > 0 && (
          <Box>
            {photos.map(({ fileId, caption }, index) => (
              <Box key={fileId} className='photo-line'>
                <Box className='photo-picture'>
                  <PictureStrip pictures={pictures.slice(index, index + 1)} label={words.nth(index + 1)} />
                </Box>
                <Box className='photo-words'>{caption ?? ''}</Box>
                <LineButton label={words.removeNth(index + 1)} onPress={() => takeOff(fileId)}>
                  {words.remove}
                </LineButton>
              </Box>
            ))}
          </Box>
        )}
      </Maybe>
      <Failure>{remove.failure}</Failure>
      {photos.length < manyPhotos && (
        <AddPhotos key={photos.length} activityId={activityId} onChanged={onChanged} />
      )}
    </Card>
  )
}

function AddPhotos({ activityId, onChanged }: Omit<PhotosCardProps, 'photos'>) {
  const { held, tray } = usePictures(`activity:${activityId}`, { purpose: 'activity_photo' })
  const form = useForm(useDraft({ caption: '' }), {
    check: (draft) => {
      if (held.pictures.length === 0) return { faults: { whole: words.missing } }
      const caption = draft.caption.trim()
      const input: RawInputOf<'activity.addPhotos'> = { activityId, fileIds: [], ...(caption && { caption }) }
      return { input }
    },
    atFault: showFirstFault,
    by: useCommand('activity.addPhotos'),
    pictures: { tray, into: (input, { fileIds = [] }) => ({ ...input, fileIds }) },
    onDone: onChanged,
  })
  return (
    <Box className='stack-tight'>
      <PicturesField label={words.field} hint={words.hint} held={held} />
      <TextField
        label={words.caption}
        hint={words.captionHint}
        optional
        maxLength={60}
        onText={(caption) => form.write({ caption })}
      />
      <FormFoot form={form} action={words.action} look='pine' />
    </Box>
  )
}
