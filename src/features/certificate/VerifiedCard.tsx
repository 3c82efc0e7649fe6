import type { CertificateVerified } from '#contract/certificate'
import { certificateText, paperText, verifyText as words } from '#text/certificate/certificate'
import { durationWords, fullDateWords } from '#text/shared/time'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

/** The paper shows the same number of kinds of service. */
const servicesShown = 6

/** Says whether a paper agrees with the ledger, and shows the values to compare. */
export function VerifiedCard({ verified }: { verified: CertificateVerified }) {
  const { valid, reason, certificateNo, nameMasked, volunteerNo, minutes, honourMinutes } = verified
  const { from, to, issuer, issuedAt, services } = verified
  return (
    <Box className='stack'>
      <Banner tone={valid ? 'good' : 'bad'}>{valid ? words.valid : words[reason ?? 'ledger_changed']}</Banner>
      <Card title={words.result} edge={valid ? 'pine' : 'cinnabar'}>
        <Box>
          <Cell name={words.no}>{certificateNo}</Cell>
          <Cell name={words.name}>{nameMasked}</Cell>
          {volunteerNo && <Cell name={paperText.volunteerNo}>{volunteerNo}</Cell>}
          <Cell name={paperText.spanName}>{certificateText.spanOf(from, to)}</Cell>
          <Cell name={paperText.total}>{durationWords(minutes)}</Cell>
          {honourMinutes > 0 && <Cell name={paperText.honour}>{durationWords(honourMinutes)}</Cell>}
          <Cell name={paperText.issuer}>{issuer.name}</Cell>
          {issuer.contact && <Cell name={paperText.contact}>{issuer.contact}</Cell>}
          <Cell name={paperText.date}>{fullDateWords(issuedAt)}</Cell>
        </Box>
        <Box className='soft small'>{words.nameHint}</Box>
      </Card>
      {valid && (
        <Card title={paperText.services}>
          <Box>
            {services.slice(0, servicesShown).map(({ title, teamName, honour, minutes: served, times }) => (
              <Cell key={`${teamName} ${title} ${honour}`} name={durationWords(served)}>
                {(honour ? paperText.honourOf : paperText.service)(title, teamName)} {paperText.times(times)}
              </Cell>
            ))}
          </Box>
        </Card>
      )}
    </Box>
  )
}
