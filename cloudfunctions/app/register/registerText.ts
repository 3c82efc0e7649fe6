import { clipped } from '#contract/shared/text'
import { type RowFault, registerHeadings } from '#core/register/rows'

/** The headings that the first line of a file must have. */
const headings = Object.values(registerHeadings)
  .slice(0, 5)
  .map(([name]) => name)
  .join('、')

/** Shortens a cell so that it fits into a sentence. */
const said = (text: string): string => `「${clipped(text, 20)}」`
const all = (names: readonly string[]): string => names.map((name) => `「${name}」`).join('')

/** Tells the admin what is wrong with a row, and what to do. */
function words(fault: RowFault): string {
  switch (fault.fault) {
    case 'empty_file':
      return `第一行是空的。请在第一行写表头：${headings}`
    case 'no_rows':
      return '表头下面一户也没有。请检查是不是选错了文件'
    case 'heading_missing':
      return `表头里没有${all(fault.headings)}。第一行要有：${headings}`
    case 'heading_twice':
      return `表头里${all(fault.headings)}写了两次，请去掉一列`
    case 'columns':
      return `这一行有 ${fault.found} 格，表头有 ${fault.expected} 格。请检查是不是多了或者少了逗号`
    case 'missing':
      return `「${fault.heading}」没有填`
    case 'unknown':
      return `${fault.heading}${said(fault.said)}不在本社区的名单里。请改成社区里登记的名称`
    case 'building':
      return `${fault.estate}没有${said(fault.said)}。请检查楼栋，新楼要先加进社区的楼栋名单`
    case 'unit':
      return `房号${said(fault.said)}看不明白。请写单元和门牌号，比如「2单元5-3」，最多 20 个字`
    case 'name':
      return `姓名${said(fault.said)}不对。几位住户之间用「、」隔开，每个姓名最多 20 个字`
    case 'many_names':
      return `姓名写了超过 ${fault.most} 位。请检查这一户`
    case 'duplicate':
      return `和第 ${fault.firstRow} 行是同一户。一户只写一行，几位住户的姓名用「、」隔开`
    case 'two_grids':
      return `和第 ${fault.firstRow} 行是同一户，网格却不一样。请只留一行`
  }
}

export const rowFaultWords = (faults: readonly RowFault[]): string => `${faults.map(words).join('；')}。`

export const brokenQuotes =
  '从这一行起，引号没有成对。请检查这一行里的英文引号（"），或者在表格软件里重新另存为 CSV。'
