import { useRef, useState } from 'react'
import { Stars } from '#ui/choice/Stars'
import { ParagraphField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { FormFoot } from './FormFoot'

/** As the contract has it. */
const longestComment = 300

export interface StarsFormProps {
  words: { stars: string; starsMissing: string; comment: string; action: string }
  busy: boolean
  failure: string | undefined
  /** The comment is trimmed, and absent where none was written. */
  onSend: (said: { stars: number; comment?: string }) => unknown
}

/** How it was: one to five stars, and a sentence if one likes. */
export function StarsForm({ words, busy, failure, onSend }: StarsFormProps) {
  const [stars, setStars] = useState<number>()
  const [missing, setMissing] = useState(false)
  const written = useRef('')

  function submit() {
    setMissing(stars === undefined)
    if (stars === undefined) return
    const comment = written.current.trim()
    onSend({ stars, ...(comment && { comment }) })
  }
  return (
    <>
      <Stars label={words.stars} chosen={stars} onChoose={setStars} />
      <Maybe>
        {missing && stars === undefined && (
          <Box className='field-error' role='alert'>
            {words.starsMissing}
          </Box>
        )}
      </Maybe>
      <ParagraphField
        label={words.comment}
        optional
        maxLength={longestComment}
        onText={(text) => {
          written.current = text
        }}
      />
      <FormFoot form={{ busy, failure, submit }} action={words.action} />
    </>
  )
}
