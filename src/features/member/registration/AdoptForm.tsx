import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { Controller } from '#contract/shared/controller'
import { plainNumber } from '#contract/shared/text'
import { routes } from '#routes'
import { adoptionText as words } from '#text/member/adoption'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { ConsentFields } from './ConsentFields'
import { consentsGiven } from './registration'

interface AdoptDraft {
  code: string
  service: boolean
  sensitive: boolean
}

export interface AdoptFormProps {
  /** Who keeps the records. */
  controller: Controller | undefined
  /** The account has registered: it has agreed already, and brings things of its own. */
  registered: boolean
  onAdopted: () => void
}

/** Joins a paper record to the account, by a code from the counter. */
export function AdoptForm({ controller, registered, onAdopted }: AdoptFormProps) {
  const adopt = useCommand('member.adopt')
  const [done, setDone] = useState(false)
  const form = useForm(useDraft<AdoptDraft>({ code: '', service: false, sensitive: false }), {
    check: ({ code: typed, service, sensitive }) => {
      const code = plainNumber(typed).replace(/\D/g, '')
      const agreed = registered || (service && sensitive)
      const faults = {
        ...(code.length !== 8 && { code: words.codeMissing }),
        ...(!agreed && { consents: words.consentMissing }),
      }
      if (Object.keys(faults).length > 0) return { faults }
      return { input: { code, ...(!registered && { consents: consentsGiven(controller) }) } }
    },
    by: adopt,
    atFault: showFirstFault,
    onDone: () => {
      setDone(true)
      onAdopted()
    },
  })
  const { draft, faults, choose, write } = form
  if (done)
    return (
      <Box className='stack'>
        <Banner tone='good'>{words.doneTitle}</Banner>
        <Box>{words.done}</Box>
        <Button to={routes.me}>{words.toMe}</Button>
      </Box>
    )
  return (
    <Box className='stack'>
      <Box>{words.lead}</Box>
      <Maybe>{registered && <Box>{words.both}</Box>}</Maybe>
      <TextField
        label={words.code}
        hint={words.codeHint}
        keyboard='phone'
        maxLength={12}
        error={faults.code}
        onText={(code) => write({ code })}
      />
      <Maybe>
        {!registered && <ConsentFields chosen={draft} error={faults.consents} onChoose={choose} />}
      </Maybe>
      <FormFoot form={form} action={words.submit} />
    </Box>
  )
}
