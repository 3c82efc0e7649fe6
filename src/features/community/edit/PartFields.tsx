import { Choice } from '#ui/choice/Choice'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { type Faults, type Lists, labelOf, optionsOf } from './partDraft'
import type { FieldSpec } from './partSpec'

export interface PartFieldsProps {
  fields: readonly FieldSpec[]
  /** What stands there at first; afterwards each field keeps its own text. */
  initial: Readonly<Record<string, string>>
  /** Of what is chosen, as it stands. */
  chosen: Readonly<Record<string, string>>
  lists: Lists
  faults: Faults
  onText: (field: string, text: string) => void
  onChoose: (field: string, value: string) => void
}

/** The form of one entry. */
export function PartFields({ fields, initial, chosen, lists, faults, onText, onChoose }: PartFieldsProps) {
  return (
    <Box className='stack'>
      {fields.map((spec) => {
        const { field, how, most, optional } = spec
        const words = { ...labelOf(field), optional, error: faults[field] }
        const told = (text: string) => onText(field, text)
        const options = optionsOf(spec, lists)
        if (options) {
          return (
            <Choice
              key={field}
              {...words}
              options={options}
              chosen={chosen[field]}
              onChoose={(value) => onChoose(field, value)}
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
