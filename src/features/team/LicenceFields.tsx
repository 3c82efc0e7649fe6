import type { Form } from '#cloud/call/useForm'
import { licenceText as words } from '#text/team/licence'
import { type HeldPictures, PicturesField } from '#ui/field/PicturesField'
import { TextField } from '#ui/field/TextField'
import type { LicenceDraft, LicenceFault } from './licenceDraft'

export interface LicenceFieldsProps {
  form: Pick<Form<LicenceDraft, LicenceFault>, 'faults' | 'write' | 'written'>
  photo: HeldPictures
}

/** Asks for a licence's name, its last valid day, and a photo that only leaders and admins see. */
export function LicenceFields({ form: { faults, write, written }, photo }: LicenceFieldsProps) {
  return (
    <>
      <TextField
        label={words.name}
        hint={words.nameHint}
        initial={written().licence}
        maxLength={40}
        error={faults.licence}
        onText={(licence) => write({ licence })}
      />
      <TextField
        label={words.until}
        hint={words.untilHint}
        initial={written().validUntil}
        maxLength={12}
        error={faults.validUntil}
        onText={(validUntil) => write({ validUntil })}
      />
      <PicturesField label={words.photo} hint={words.photoWhy} held={photo} />
    </>
  )
}
