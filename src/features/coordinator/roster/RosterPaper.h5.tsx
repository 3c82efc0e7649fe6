import { partyStateWords, coordinatorText as words } from '#text/activity/coordinator'
import { paperDay, paperWindow } from '#text/booking/slip'
import { phoneWords } from '#text/member/phone'
import { Box } from '#ui/show/Box'
import type { RosterPaperProps } from './RosterPaper'
import '#ui/device/paper.scss'

/** Empty lines, for the names of walk-ins. */
const emptyLines = [1, 2, 3, 4, 5]

/** The roster on A4 with a box to tick beside each party, for a door without network and battery. */
export function RosterPaper({ title, place, session, rows, phones }: RosterPaperProps) {
  return (
    <Box className='paper' silent>
      <Box className='paper-title'>{title}</Box>
      <Box>{`${paperDay(session.from)} ${paperWindow({ from: session.from, to: session.to })} · ${place}`}</Box>
      <table className='paper-table'>
        <thead>
          <tr>
            <th>{words.paper.seat}</th>
            <th>{words.paper.name}</th>
            <th>{words.paper.size}</th>
            <th>{words.paper.party}</th>
            <th>{words.paper.state}</th>
            {phones && <th>{words.paper.phone}</th>}
            <th>{words.paper.tick}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.memberId}>
              <td>{index + 1}</td>
              <td className='paper-name'>{row.name}</td>
              <td>{row.size}</td>
              <td>{row.names.filter((name) => name !== row.name).join('、')}</td>
              <td>{partyStateWords(row)}</td>
              {phones && <td className='paper-phone'>{phoneWords(phones.get(row.memberId) ?? '')}</td>}
              <td>
                <span className={`paper-box ${row.present ? 'paper-ticked' : ''}`} />
              </td>
            </tr>
          ))}
          {emptyLines.map((line) => (
            <tr key={`empty${line}`}>
              <td>{rows.length + line}</td>
              <td />
              <td />
              <td />
              <td />
              {phones && <td />}
              <td>
                <span className='paper-box' />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}
