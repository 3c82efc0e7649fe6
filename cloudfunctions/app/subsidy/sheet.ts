import { type MemberContext, no, yes } from '#app/call/context'
import { fileNameOf, type SheetCell, workbook } from '#app/file/workbook'
import { traineeNames } from '#app/training/trainees'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { wallClock } from '#contract/shared/wallClock'
import type { SubsidyPaper, SubsidyRow, SubsidyState, subsidySheet } from '#contract/subsidy'
import { sheetRowsOf } from '#core/subsidy/view'
import { bookOf, linesOf, ofCourse, openForList, totalsOf } from './book'

const stateWords: Record<SubsidyState, string> = {
  owed: '待复核',
  approved: '已复核，待发放',
  paid: '已发放，待签收',
  received: '已签收',
  reversed: '已冲销',
}
const heads = ['序号', '姓名', '金额（元）', '状态', '复核人', '发放日期', '签收', '说明'] as const
const widths = [6, 14, 12, 18, 14, 14, 24, 30]

const receiptWords = ({ receipt }: SubsidyRow): string =>
  receipt === undefined ? '' : receipt === '' ? '本人在手机上签收' : `纸质签收：${receipt}`

const remark = ({ reverses, reason, fen }: SubsidyRow): string => {
  if (reverses) return reason === undefined ? '冲销：按新的出勤重算' : `冲销：${reason}`
  return fen < 0 ? '更正：多算了，应退回' : ''
}

const cellsOf = (row: SubsidyRow, index: number): SheetCell[] => [
  index + 1,
  row.name,
  { fen: row.fen },
  row.reverses ? '冲销' : stateWords[row.state],
  row.approvedBy ?? '',
  row.paidDay ?? '',
  receiptWords(row),
  remark(row),
]

/**
 * Makes the bookkeeper's sheet: every line with what became of it, and the sums. Nobody's ground stands on it; whose
 * amounts are on it is recorded first.
 */
export async function sheet(
  context: MemberContext,
  { activityId }: Input<typeof subsidySheet>,
): Promise<Answer<SubsidyPaper>> {
  const book = await bookOf(context, activityId)
  if (!book) return no('not_found')
  const { opened } = book
  await openForList(context, opened, 'subsidy_sheet')
  const nameOf = await traineeNames(opened, context.settings)
  const rows = opened.flatMap((subsidy) => sheetRowsOf(subsidy, nameOf(subsidy)))
  const lines = linesOf(opened, nameOf)
  const sums = totalsOf(opened)
  const total = (words: string, fen: number): SheetCell[] => ['', words, { fen }, '', '', '', '', '']
  const cells: SheetCell[][] = [
    [...heads],
    ...rows.map(cellsOf),
    total('应发合计', sums.owedFen),
    total('已发合计', sums.paidFen),
    total('还没有发', sums.owedFen - sums.paidFen),
  ]
  const { title } = book.found.activity
  return yes({
    ...ofCourse(book),
    ...sums,
    fileName: fileNameOf(title, `${wallClock(context.command.at).format('M月D日')} 交通补贴`),
    base64: await workbook('交通补贴', cells, widths),
    rows,
    lines,
  })
}
