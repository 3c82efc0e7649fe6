import { filingText as words } from '#text/request/requestFiling'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import type { HeldFiling } from './useFiling'

/** Asks whether a worker files for themselves or for a resident without a phone, and who that is. */
export function FilingWho({ form: { draft, faults, choose, write } }: Pick<HeldFiling, 'form'>) {
  return (
    <>
      <Choice
        label={words.who}
        options={[
          { value: 'myself', title: words.myself },
          { value: 'other', title: words.other, detail: words.otherDetail },
        ]}
        chosen={draft.forOther ? 'other' : 'myself'}
        onChoose={(chosen) => choose({ forOther: chosen === 'other' })}
      />
      <Maybe>
        {draft.forOther && (
          <Box className='stack'>
            <TextField
              label={words.residentName}
              initial={draft.residentName}
              maxLength={20}
              error={faults.forResident}
              onText={(residentName) => write({ residentName })}
            />
            <TextField
              label={words.residentPhone}
              initial={draft.residentPhone}
              optional
              keyboard='phone'
              maxLength={20}
              onText={(residentPhone) => write({ residentPhone })}
            />
          </Box>
        )}
      </Maybe>
    </>
  )
}
