import { subsidyDeskText } from '#text/subsidy/desk'
import { lineState } from '#text/subsidy/subsidy'
import { Box } from '#ui/show/Box'
import type { SubsidySheetPaperProps } from './SubsidySheetPaper'
import '#ui/device/paper.scss'

const { paper: words } = subsidyDeskText

/** The sheet on A4, with a place for each signature. */
export function SubsidySheetPaper({ paper, now }: SubsidySheetPaperProps) {
  return (
    <Box className='paper' silent>
      <Box className='paper-title'>{words.title(paper.title)}</Box>
      <Box>{`${words.at(now)}。${words.sums(paper)}`}</Box>
      <table className='paper-table'>
        <thead>
          <tr>
            <th>{words.no}</th>
            <th>{words.name}</th>
            <th>{words.yuan}</th>
            <th>{words.state}</th>
            <th>{words.day}</th>
            <th>{words.sign}</th>
          </tr>
        </thead>
        <tbody>
          {paper.rows.map((row, index) => (
            <tr key={`${row.lineId} ${row.reverses ? 'back' : ''}`}>
              <td>{index + 1}</td>
              <td className='paper-name'>{row.name}</td>
              <td>{(row.fen / 100).toFixed(2)}</td>
              <td>{row.reverses ? words.reversed : lineState(row)}</td>
              <td>{row.paidDay ?? ''}</td>
              <td>{row.receipt ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Box>{words.makers}</Box>
    </Box>
  )
}
