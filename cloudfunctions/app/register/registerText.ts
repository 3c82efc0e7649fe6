import { clipped } from '#contract/shared/text'
import type { Damage } from '#core/register/damage'
import { type RowFault, registerHeadings } from '#core/register/rows'

/** The headings that the first line of a file must have. */
const headings = Object.values(registerHeadings)
  .slice(0, 5)
  .map(([name]) => name)
  .join('、')

/** Shortens a cell so that it fits into a sentence. */
const said = (text: string): string => `「${clipped(text.replace(/\s+/g, ' '), 20)}」`
const all = (names: readonly string[]): string => names.map((name) => `「${name}」`).join('')

const asText = '请把这一列设成「文本」格式后重填'

/** Tells the admin what has happened to a cell, and what to do. */
function damageWords(heading: string, cell: string, damage: Damage): string {
  const here = `${heading}${said(cell)}`
  const isName = heading === registerHeadings.names[0]
  switch (damage.damage) {
    case 'date':
      return `${here}像是日期，Excel 把${damage.was === undefined ? '原来写的' : ` ${damage.was} `}当成日期了；${asText}`
    case 'serial':
      return `${here}像是日期的序号，Excel 把 ${damage.was} 当成日期了；${asText}`
    case 'error':
      return `${here}是表格里的出错提示，原来的字已经没有了；请照原来的登记重填这一格`
    case 'narrow':
      return `${here}是因为这一列太窄，没有显示出来；请把这一列拉宽，再另存一次`
    case 'exponent':
      return `${here}是 Excel 改成的科学记数；${asText}`
    case 'formula':
      return `${here}像是公式，前面不能写 =、+、-、@；请把公式换成它的字`
    case 'garbled':
      return `${here}里有认不出的字；请照原来的登记重填，再另存为「CSV UTF-8」`
    case 'note':
      return isName
        ? `${here}里像是有说明；这一列只写姓名，没有姓名就空着，说明请写到别的列`
        : `${here}里像是有说明；这一格只写${heading}，没有这一户就删掉这一行，说明请写到别的列`
    case 'number':
      return isName
        ? `${here}里有数字；这一列只写姓名，电话和人数请不要放进来`
        : `${here}太长，像是电话或编号；请只写${heading}`
    case 'several':
      return isName
        ? `${here}看不出是几个人；几个人请用「、」隔开，一个人请去掉中间的空格和符号`
        : `${here}里像是不止一户；一户写一行`
  }
}

/** Tells the admin what is wrong with a row, and what to do. */
function words(fault: RowFault): string {
  switch (fault.fault) {
    case 'empty_file':
      return `第一行是空的。请在第一行写表头：${headings}`
    case 'no_rows':
      return '表头下面一户也没有。请检查是不是选错了文件'
    case 'heading_missing':
      return `表头里没有${all(fault.headings)}。第一行要有：${headings}${fault.garbled ? '。如果打开看到的是乱码，请另存为「CSV UTF-8」再选' : ''}`
    case 'heading_twice':
      return `表头里${all(fault.headings)}写了两次，请去掉一列`
    case 'columns':
      return `这一行有 ${fault.found} 格，表头有 ${fault.expected} 格。请检查是不是多了或者少了逗号`
    case 'missing':
      return `「${fault.heading}」没有填`
    case 'unknown':
      return `${fault.heading}${said(fault.said)}不在本社区的名单里。请改成社区里登记的名称`
    case 'damaged':
      return damageWords(fault.heading, fault.said, fault.damage)
    case 'building':
      return `${fault.estate}没有${said(fault.said)}。请检查楼栋，新楼要先加进社区的楼栋名单`
    case 'unit':
      return `房号${said(fault.said)}看不明白。请写单元和门牌号，比如「2单元5-3」，最多 20 个字`
    case 'name':
      return `姓名${said(fault.said)}不像姓名。几位住户之间用「、」隔开，每个姓名最多 20 个字，要有文字`
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
