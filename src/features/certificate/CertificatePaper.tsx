import { useMemo } from 'react'
import type { Certificate } from '#contract/certificate'
import { paperText as words } from '#text/certificate/certificate'
import { codePicture } from '#ui/code/codePicture'
import { Picture } from '#ui/picture/Picture'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Words } from '#ui/show/Words'
import { type PaperWords, paperWordsOf } from './paperWords'
import { verifyAddress } from './verifyAddress'
import './CertificatePaper.scss'

/** The certificate as it is printed on one sheet of A4. On a phone the same text stands in one column. */
export function CertificatePaper({ certificate }: { certificate: Certificate }) {
  const paper = useMemo(() => paperWordsOf(certificate), [certificate])
  const picture = useMemo(() => codePicture(verifyAddress(certificate)), [certificate])
  return (
    <Box tag='section' className='certificate'>
      <Box className='certificate-frame'>
        {paper.revoked && <Box className='certificate-revoked'>{words.revoked}</Box>}
        <Box className='certificate-head'>
          <Box className='certificate-title'>
            <Heading>{paper.title}</Heading>
          </Box>
          <Box>{paper.no}</Box>
        </Box>
        {paper.lead && <Box className='certificate-lead'>{paper.lead}</Box>}
        <Box className='certificate-facts'>
          {paper.facts.map(({ name, value, note, wide }) => (
            <Box key={name} className={`certificate-fact ${wide ? 'certificate-fact-wide' : ''}`}>
              <Words className='certificate-name'>{name}</Words>
              <Box className={`certificate-value ${value ? '' : 'certificate-blank'}`}>{value}</Box>
              {note && <Words className='certificate-note'>{note}</Words>}
            </Box>
          ))}
        </Box>
        {paper.lines.length > 0 && <Services lines={paper.lines} />}
        <Box>{paper.statement}</Box>
        <Box className='certificate-foot'>
          <Box className='certificate-issuer'>
            {paper.issuer.map(({ name, value }) => (
              <Box key={name} className='certificate-fact'>
                <Words className='certificate-name'>{name}</Words>
                <Box className={`certificate-value ${value ? '' : 'certificate-blank'}`}>{value}</Box>
              </Box>
            ))}
            <Box className='certificate-seal'>{words.seal}</Box>
          </Box>
          <Box className='certificate-check'>
            <Picture className='certificate-code' src={picture} alt={words.picture} />
            <Box>{words.scan}</Box>
            <Box>{paper.code}</Box>
          </Box>
        </Box>
        <Box className='certificate-ledger'>{paper.ledger}</Box>
      </Box>
    </Box>
  )
}

function Services({ lines }: Pick<PaperWords, 'lines'>) {
  return (
    <Box className='certificate-services'>
      <Box className='certificate-label'>{words.services}</Box>
      {lines.map(({ what, when, times, long }) => (
        <Box key={`${what} ${when}`} className='certificate-service'>
          <Words className='certificate-what'>{what}</Words>
          <Words className='certificate-when'>{when}</Words>
          <Words className='certificate-times'>{times}</Words>
          <Words className='certificate-long'>{long}</Words>
        </Box>
      ))}
    </Box>
  )
}
