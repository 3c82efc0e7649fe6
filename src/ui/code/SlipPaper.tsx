import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Words } from '#ui/show/Words'
import './SlipPaper.scss'

/** What a slip says. It may be of a booking, a session or a shift. */
export interface SlipWords {
  title: string
  /** Whom it is for, and what this is. */
  greeting: string
  /** The lines that are read first, in larger letters: what and when. */
  heads: readonly string[]
  /** Everything else, one sentence in each line. */
  lines: readonly string[]
  /** The codes to show and when each counts. A code has eight digits in two groups. */
  codes: readonly { name: string; digits: string }[]
  /** Whom to call, who printed it. */
  foot: readonly string[]
}

/** A printed page for a person without a phone: one sheet of A5 with no letters below 18 points. */
export function SlipPaper({ title, greeting, heads, lines, codes, foot }: SlipWords) {
  return (
    <Box tag='section' className='slip'>
      <Box className='slip-head'>
        <Box className='slip-title'>
          <Heading>{title}</Heading>
        </Box>
        <Box>{greeting}</Box>
      </Box>
      <Box>
        {heads.map((words) => (
          <Box key={words} className='slip-big'>
            {words}
          </Box>
        ))}
      </Box>
      <Box>
        {lines.map((words) => (
          <Box key={words}>{words}</Box>
        ))}
      </Box>
      {codes.length > 0 && (
        <Box className='slip-codes'>
          {codes.map(({ name, digits }) => (
            <Box key={name}>
              <Box>{name}</Box>
              <Box className='slip-digits'>
                <Words className='slip-group'>{digits.slice(0, 4)}</Words>
                <Words className='slip-group'>{digits.slice(4)}</Words>
              </Box>
            </Box>
          ))}
        </Box>
      )}
      <Box className='slip-foot'>
        {foot.map((words) => (
          <Box key={words}>{words}</Box>
        ))}
      </Box>
    </Box>
  )
}
