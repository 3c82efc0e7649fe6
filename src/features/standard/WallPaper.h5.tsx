import { standardText } from '#text/standard/standard'
import { Box } from '#ui/show/Box'
import type { WallPaperProps } from './WallPaper'
import '#ui/device/paper.scss'

const { paper: words } = standardText

/** The sheet for the wall on A4: every promise with what the last whole month says of it. */
export function WallPaper({ title, promises, figures, now }: WallPaperProps) {
  return (
    <Box className='paper' silent>
      <Box className='paper-title'>{title}</Box>
      <table className='paper-table'>
        <thead>
          <tr>
            <th>{words.duty}</th>
            <th>{words.who}</th>
            <th>{words.standard}</th>
            <th>{words.limit}</th>
            <th>{words.figure(figures.to, now)}</th>
          </tr>
        </thead>
        <tbody>
          {promises.map(({ duty, who, standard, limit, measure }) => (
            <tr key={duty}>
              <td>{duty}</td>
              <td>{who}</td>
              <td>{standard}</td>
              <td>{limit}</td>
              <td>{words.cell(measure && figures.measures[measure].slice(-1)[0])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Box>{words.at(now)}</Box>
    </Box>
  )
}
