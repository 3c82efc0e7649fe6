import type { MutableRefObject } from 'react'
import { licenceText as words } from '#text/team/licence'
import { type HeldPictures, PicturesField } from '#ui/field/PicturesField'
import { TextField } from '#ui/field/TextField'
import type { LicenceDraft, LicenceFault } from './licenceDraft'

export interface LicenceFieldsProps {
  draft: MutableRefObject<LicenceDraft>
  fault: LicenceFault | undefined
  photo: HeldPictures
}

/** A licence: its name, until when it is valid, and a photo for the leader's eyes. */
export function LicenceFields({ draft, fault, photo }: LicenceFieldsProps) {
  return (
    <>
      <TextField
        label={words.name}
        hint={words.nameHint}
        initial={draft.current.licence}
        maxLength={40}
        error={fault === 'licence' ? words.nameMissing : undefined}
        onText={(text) => {
          draft.current.licence = text
        }}
      />
      <TextField
        label={words.until}
        hint={words.untilHint}
        initial={draft.current.validUntil}
        maxLength={12}
        error={fault === 'validUntil' ? words.untilWrong : undefined}
        onText={(text) => {
          draft.current.validUntil = text
        }}
      />
      <PicturesField label={words.photo} hint={words.photoWhy} held={photo} />
    </>
  )
}
