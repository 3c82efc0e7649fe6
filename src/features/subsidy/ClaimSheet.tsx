import { type Sender, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { RawInputOf, ReplyOf } from '#contract/operations'
import type { SubsidyGround } from '#contract/subsidy'
import { mySubsidyText as words } from '#text/subsidy/mine'
import { groundWords } from '#text/subsidy/subsidy'
import { Choice } from '#ui/choice/Choice'
import { Tick } from '#ui/choice/Tick'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

const grounds = (['returned', 'migrant', 'far', 'other'] as const).map((value) => ({
  value,
  title: groundWords[value],
}))

interface Written {
  ground?: SubsidyGround
  words: string
  agreed: boolean
  word: string
}

export interface ClaimSheetProps {
  activityId: string
  groundDays: number
  /** Somebody states it for another: staff say what the person has said. */
  forAnother: boolean
  by: Sender<RawInputOf<'subsidy.claim'>, ReplyOf<'subsidy.claim'>>
  onDone: () => void
  onClose: () => void
}

/** Asks why somebody claims the subsidy of this course, and for the consent that goes with it. */
export function ClaimSheet({ activityId, groundDays, forAnother, by, onDone, onClose }: ClaimSheetProps) {
  const form = useForm(useDraft<Written>({ words: '', agreed: false, word: '' }), {
    check: ({ ground, agreed, ...typed }) => {
      if (ground === undefined) return { faults: { ground: words.groundMissing } }
      const few = typed.words.trim()
      if (ground === 'other' && few.length < 2) return { faults: { words: words.wordsMissing } }
      if (!agreed) return { faults: { whole: words.consentMissing } }
      const word = typed.word.trim()
      return {
        input: {
          activityId,
          ground,
          consent: true as const,
          ...(ground === 'other' && { words: few }),
          ...(word.length > 1 && { word }),
        },
      }
    },
    by,
    mends: true,
    atFault: showFirstFault,
    onDone,
  })
  const { ground, agreed } = form.draft
  return (
    <Sheet title={words.claim} onClose={onClose}>
      <Box>{words.claimLead}</Box>
      <Choice
        label={words.ground}
        tall
        options={grounds}
        chosen={ground}
        error={form.faults.ground}
        onChoose={(chosen) => form.choose({ ground: chosen })}
      />
      <Maybe>
        {ground === 'other' && (
          <TextField
            label={words.words}
            hint={words.wordsHint}
            maxLength={20}
            error={form.faults.words}
            onText={(text) => form.write({ words: text })}
          />
        )}
        {forAnother && (
          <TextField
            label={words.word}
            hint={words.wordHint}
            optional
            maxLength={200}
            onText={(word) => form.write({ word })}
          />
        )}
      </Maybe>
      <Tick
        label={words.consent}
        detail={words.consentDetail(groundDays)}
        ticked={agreed}
        onTick={(ticked) => form.choose({ agreed: ticked })}
      />
      <FormFoot form={form} action={words.submit} />
    </Sheet>
  )
}
