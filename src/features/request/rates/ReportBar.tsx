import { Box } from '#ui/show/Box'
import { Words } from '#ui/show/Words'
import './ReportBar.scss'

export interface ReportBarProps {
  title: string
  /** The value in words. */
  value: string
  /** From 0 to 1. Undefined when nothing was counted; the bar is empty then. */
  share: number | undefined
  detail?: string | undefined
}

/** One line of a report: its name, its value in words, and a bar that screen readers skip. */
export function ReportBar({ title, value, share, detail }: ReportBarProps) {
  return (
    <Box className='bar-line'>
      <Box className='bar-line-head'>
        <Words className='bar-line-title'>{title}</Words>
        <Words className='bar-line-value'>{value}</Words>
      </Box>
      <Box className='bar-line-track' silent>
        {share !== undefined && (
          <Box className='bar-line-fill' style={{ width: `${Math.round(share * 100)}%` }} />
        )}
      </Box>
      {detail && <Box className='bar-line-detail'>{detail}</Box>}
    </Box>
  )
}
