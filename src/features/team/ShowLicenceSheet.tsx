import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { usePictures } from '#cloud/picture/usePictures'
import { licenceText as words } from '#text/team/licence'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { LicenceFields } from './LicenceFields'
import { checkLicence, emptyLicence, withPhoto } from './licenceDraft'

export interface ShowLicenceSheetProps {
  teamId: string
  /** The licence that is renewed. Absent for a new licence. */
  licence?: string | undefined
  onShown: () => void
  onClose: () => void
}

/** Lets a member of a team show a licence to the leader: a new one, or a renewal. */
export function ShowLicenceSheet({ teamId, licence, onShown, onClose }: ShowLicenceSheetProps) {
  const { held: photo, tray } = usePictures(`licence:${teamId}`, { purpose: 'licence_photo', most: 1 })
  const form = useForm(useDraft({ ...emptyLicence(), licence: licence ?? '' }), {
    check: (draft) => {
      const { input, faults } = checkLicence(draft)
      return { input: input && { teamId, ...input }, faults }
    },
    atFault: showFirstFault,
    by: useCommand('team.showLicence'),
    pictures: { tray, into: (input, sent) => ({ ...input, ...withPhoto(sent) }) },
    onDone: onShown,
  })
  return (
    <Sheet title={licence ? words.renewOf(licence) : words.add} onClose={onClose}>
      <Box>{words.sheetText}</Box>
      <LicenceFields form={form} photo={photo} />
      <FormFoot form={form} action={words.submit} look='pine' />
    </Sheet>
  )
}
