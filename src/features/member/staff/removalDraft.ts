import type { Checked } from '#cloud/call/checked'
import type { RawInputOf } from '#contract/operations'
import type { DwellingDraft } from '#features/member/registration/registration'
import { removeDwellingText as words } from '#text/register/removeDwelling'

export interface RemovalDraft extends Omit<DwellingDraft, 'gridId'> {
  reason: string
}

/** The dwelling to take out as an input to send, or the faults. */
export function checkRemoval({
  estateId,
  building,
  ...typed
}: RemovalDraft): Checked<RawInputOf<'member.removeDwelling'>, 'estateId' | 'building' | 'unit' | 'reason'> {
  const unit = typed.unit.trim()
  const reason = typed.reason.trim()
  const faults = {
    ...(!estateId && { estateId: words.estateMissing }),
    ...(!building && { building: words.buildingMissing }),
    ...(!unit && { unit: words.unitMissing }),
    ...(reason.length < 2 && { reason: words.reasonMissing }),
  }
  if (!estateId || !building || Object.keys(faults).length > 0) return { faults }
  return { input: { estateId, building, unit, reason } }
}
