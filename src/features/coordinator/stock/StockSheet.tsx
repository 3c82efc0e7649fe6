import { useForm } from '#cloud/call/useForm'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import { useDraft } from '#cloud/kept/useDraft'
import type { StockView } from '#contract/training'
import { stockText as words } from '#text/training/stock'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'

export interface StockSheetProps {
  activityId: string
  /** Absent for a new one. */
  stock?: StockView | undefined
  course: StepCourse
  onDone: (stockId: string) => void
  onClose: () => void
}

/** What a material is called, and how many there are in all. */
export function StockSheet({ activityId, stock, course, onDone, onClose }: StockSheetProps) {
  const keep = useStep('training.stock', course, [])
  const form = useForm(useDraft({ title: stock?.title ?? '', count: stock ? String(stock.count) : '' }), {
    check: (draft) => {
      const title = draft.title.trim()
      if (title === '') return { faults: { title: words.titleMissing } }
      if (!/^\d{1,4}$/.test(draft.count.trim())) return { faults: { count: words.countMissing } }
      const count = Number(draft.count.trim())
      return { input: { activityId, title, count, ...(stock && { stockId: stock.stockId }) } }
    },
    by: keep.saying(() => words.kept),
    atFault: showFirstFault,
    onDone: ({ stockId }) => onDone(stockId),
  })
  return (
    <Sheet title={stock ? words.changeTitle(stock.title) : words.addTitle} onClose={onClose}>
      <TextField
        label={words.title}
        hint={words.titleHint}
        initial={stock?.title}
        maxLength={20}
        error={form.faults.title}
        onText={(title) => form.write({ title })}
      />
      <TextField
        label={words.count}
        hint={words.countHint}
        initial={stock ? String(stock.count) : undefined}
        keyboard='digits'
        maxLength={4}
        error={form.faults.count}
        onText={(count) => form.write({ count })}
      />
      <FormFoot form={form} action={words.keep} />
    </Sheet>
  )
}
