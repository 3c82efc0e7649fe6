import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { usePictures } from '#cloud/picture/usePictures'
import { pictureText } from '#text/shared/picture'
import { licenceText as words } from '#text/team/licence'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { LicenceFields } from './LicenceFields'
import { emptyLicence, type LicenceFault, licenceOf, withPhoto } from './licenceDraft'

export interface LicenceSheetProps {
  teamId: string
  /** The licence that is shown anew; absent for another one. */
  licence?: string | undefined
  onShown: () => void
  onClose: () => void
}

/** A member of the team shows a licence: a new one, or the renewal of one that ends. */
export function LicenceSheet({ teamId, licence, onShown, onClose }: LicenceSheetProps) {
  const draft = useRef({ ...emptyLicence(), licence: licence ?? '' })
  const [fault, setFault] = useState<LicenceFault>()
  const [unsent, setUnsent] = useState(false)
  const { held: photo, tray } = usePictures(`licence:${teamId}`, { purpose: 'licence_photo', most: 1 })
  const show = useCommand('team.showLicence')

  async function submit() {
    const made = licenceOf(draft.current)
    setFault('fault' in made ? made.fault : undefined)
    if ('fault' in made) return
    setUnsent(false)
    const outcome = await tray.deliver((fileIds) => show.attempt({ teamId, ...made, ...withPhoto(fileIds) }))
    setUnsent(outcome === 'unsent')
    if (outcome === 'unsent' || !outcome?.ok) return
    tray.clear()
    onShown()
  }

  return (
    <Sheet title={licence ? words.renewOf(licence) : words.add} onClose={onClose}>
      <Box>{words.sheetText}</Box>
      <LicenceFields draft={draft} fault={fault} photo={photo} />
      <Maybe>{unsent && <Banner tone='bad'>{pictureText.notSent}</Banner>}</Maybe>
      <Maybe>{show.failure && <Banner tone='bad'>{show.failure.message}</Banner>}</Maybe>
      <Button look='pine' busy={show.busy} onPress={submit}>
        {words.submit}
      </Button>
    </Sheet>
  )
}
