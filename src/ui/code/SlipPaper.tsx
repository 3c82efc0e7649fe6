import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Words } from '#ui/show/Words'
import './SlipPaper.scss'

/** What a slip says, whatever it is of: a booking, a session, a shift. */
interface SlipWords {
  title: string
  /** Whom it is for, and what this is. */
  greeting: string
  /** What, when: the lines read first, larger. */
  heads: readonly string[]
  /** Everything else, a sentence each. */
  lines: readonly string[]
  /** Codes to show, each with when: eight digits, in two groups. */
  codes: readonly { name: string; digits: string }[]
  /** Whom to call, who printed it. */
  foot: readonly string[]
}

/** A printed page for a hand without a phone: one sheet of A5, nothing on it below 18 points. */
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
