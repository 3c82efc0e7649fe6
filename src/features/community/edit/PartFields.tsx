import type { Form } from '#cloud/call/useForm'
import { Choice } from '#ui/choice/Choice'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { labelOf, optionsOf, type PartLists } from './partDraft'
import type { FieldSpec, PartEntry } from './partSpec'

export interface PartFieldsProps {
  fields: readonly FieldSpec[]
  /** The first text of each field. Afterwards each field keeps its own text. */
  initial: Readonly<Record<string, string>>
  lists: PartLists
  form: Pick<Form<PartEntry['values'], string>, 'draft' | 'faults' | 'choose' | 'write'>
}

/** The form of one entry. */
export function PartFields({ fields, initial, lists, form }: PartFieldsProps) {
  return (
    <Box className='stack'>
      {fields.map((spec) => {
        const { field, how, most, optional } = spec
        const words = { ...labelOf(field), optional, error: form.faults[field] }
        const told = (text: string) => form.write({ [field]: text })
        const options = optionsOf(spec, lists)
        if (options) {
          return (
            <Choice
              key={field}
              {...words}
              options={options}
              chosen={form.draft[field]}
              onChoose={(value) => form.choose({ [field]: value })}
            />
          )
        }
        const given = { ...words, initial: initial[field] ?? '', maxLength: most, onText: told }
        if (how === 'paragraph' || how === 'words') return <ParagraphField key={field} {...given} />
        return <TextField key={field} {...given} keyboard={how === 'number' ? 'digits' : 'text'} />
      })}
    </Box>
  )
}
