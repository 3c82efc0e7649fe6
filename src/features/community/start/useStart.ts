import { useState } from 'react'
import type { Faults } from '#cloud/call/checked'
import { useCommand } from '#cloud/call/useCommand'
import { useKeptDraft } from '#cloud/kept/useKeptDraft'
import type { WholeCommunity } from '#contract/community'
import { firstUnfinished, type SetUpStep, setUpSteps } from '#contract/setUp/steps'
import { startText as words } from '#text/community/start'
import { showFirstFault } from '#ui/field/showFirstFault'
import { showStep } from '#ui/page/showStep'
import { afterEdit } from '../edit/partDraft'
import { afterStep, checkStep, newDraft, revOf, type StartDraft } from './startDraft'

export const startSteps = [...setUpSteps, 'done'] as const
export type StartStep = (typeof startSteps)[number]

/** The community is set up step by step: what stands, what is being written, and leaving a step, which saves it. */
export interface Start {
  step: StartStep
  at: number
  /** As it was last saved. */
  whole: WholeCommunity
  draft: StartDraft
  change: (next: (draft: StartDraft) => StartDraft, drawn?: boolean) => void
  faults: Faults<string>
  busy: boolean
  failure: string | undefined
  /** Somebody else has saved meanwhile. */
  overtaken: boolean
  next: () => Promise<void>
  back: () => Promise<void>
  /** Drops what was written here. */
  drop: () => void
}

export function useStart(read: WholeCommunity): Start {
  const [whole, setWhole] = useState(read)
  const [at, setAt] = useState(() => startSteps.indexOf(firstUnfinished(read) ?? 'done'))
  const [faults, setFaults] = useState<Faults<string>>({})
  const [wrong, setWrong] = useState<string>()
  const held = useKeptDraft('start', () => newDraft(read))
  const edit = useCommand('community.edit', { unanswered: held.unanswered })
  const step = startSteps[at] ?? 'done'

  const settle = (found: Faults<string>, sentence: string | undefined) => {
    setFaults(found)
    setWrong(sentence)
  }
  const go = (by: number) => {
    settle({}, undefined)
    edit.clear()
    setAt(at + by)
    showStep()
  }

  /** Whether the step is saved, or need not be. */
  async function save(of: SetUpStep, leaving: 'forward' | 'back'): Promise<boolean> {
    const draft = held.written()
    const checked = checkStep(of, whole, draft)
    if (!checked.input) {
      // what is not finished stays as it is written
      if (leaving === 'back') return true
      settle(checked.faults, checked.whole)
      showFirstFault()
      return false
    }
    if (!checked.changed) return true
    const outcome = await edit.attempt({ rev: revOf(draft, whole), ...checked.input })
    if (!outcome?.ok) return leaving === 'back' && outcome?.code === 'unreachable'
    setWhole(afterEdit(whole, checked.input, outcome.data.rev))
    held.choose((now) => afterStep(now, of, outcome.data.rev))
    return true
  }

  return {
    step,
    at,
    whole,
    draft: held.draft,
    change: (next, drawn = true) => {
      if (drawn) held.choose(next)
      else held.write(next(held.written()))
    },
    faults,
    busy: edit.busy,
    failure: wrong ?? (edit.notDone?.code === 'conflict' ? words.overtaken : edit.failure),
    overtaken: edit.notDone?.code === 'conflict',
    next: async () => {
      if (step !== 'done' && (await save(step, 'forward'))) go(1)
    },
    back: async () => {
      if (step === 'done' || (await save(step, 'back'))) go(-1)
    },
    drop: held.clear,
  }
}
