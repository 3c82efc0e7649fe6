import { Fragment } from 'react'
import type { Form } from '#cloud/call/useForm'
import { Choice } from '#ui/choice/Choice'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { labelOf, optionsOf, type PartLists, shownFields } from './partDraft'
import type { FieldSpec, PartEntry } from './partSpec'

export interface PartFieldsProps {
  fields: readonly FieldSpec[]
  /** The first text of each field. Afterwards each field keeps its own text. */
  initial: Readonly<Record<string, string>>
  lists: PartLists
  form: Pick<Form<PartEntry['values'], string>, 'draft' | 'faults' | 'choose' | 'write'>
}

/** The form of one entry. */
export function PartFields({ fields, lists, ...held }: PartFieldsProps) {
  const shown = shownFields({ fields }, held.form.draft)
  return (
    <Box className='stack'>
      {shown.map((spec, index) => (
        <Fragment key={spec.field}>
          {spec.under && spec.under !== shown[index - 1]?.under && <Heading level={3}>{spec.under}</Heading>}
          <PartField spec={spec} options={optionsOf(spec, lists)} {...held} />
        </Fragment>
      ))}
    </Box>
  )
}

interface PartFieldProps extends Pick<PartFieldsProps, 'initial' | 'form'> {
  spec: FieldSpec
  options: ReturnType<typeof optionsOf>
}

function PartField({ spec, options, initial, form }: PartFieldProps) {
  const { field, how, most, optional } = spec
  const words = { ...labelOf(spec), optional, error: form.faults[field] }
  if (options) {
    return (
      <Choice
        {...words}
        options={options}
        chosen={form.draft[field]}
        onChoose={(value) => form.choose({ [field]: value })}
      />
    )
  }
  const onText = (text: string) => form.write({ [field]: text })
  const given = { ...words, initial: initial[field] ?? '', maxLength: most, onText }
  if (how === 'paragraph' || how === 'words') return <ParagraphField {...given} />
  return <TextField {...given} keyboard={how === 'number' ? 'digits' : 'text'} />
}
