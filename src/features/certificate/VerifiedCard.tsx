import type { CertificateVerified } from '#contract/certificate'
import { certificateText, paperText } from '#text/certificate/certificate'
import { completionText } from '#text/certificate/completion'
import { verifyText as words } from '#text/certificate/verify'
import { durationWords, fullDateWords } from '#text/shared/time'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'
import { spanWords } from './paperWords'

/** The paper shows the same number of kinds of service. */
const servicesShown = 6

/** Says whether a paper agrees with the ledger, and shows the values to compare. */
export function VerifiedCard({ verified }: { verified: CertificateVerified }) {
  const { valid, reason, services, course, replaced } = verified
  const sound = course ? completionText.valid : words.valid
  const unsound = replaced ? completionText.replaced : words[reason ?? 'ledger_changed']
  return (
    <Box className='stack'>
      <Banner tone={valid ? 'good' : 'bad'}>{valid ? sound : unsound}</Banner>
      <Card title={words.result} edge={valid ? 'pine' : 'cinnabar'}>
        {reason === 'words_changed' ? <WhomToAsk verified={verified} /> : <Values verified={verified} />}
      </Card>
      {valid && services.length > 0 && (
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

/** What the paper must say as well. */
function Values({ verified }: { verified: CertificateVerified }) {
  const { valid, certificateNo, nameMasked, holder, unmarked, volunteerNo, minutes, honourMinutes } = verified
  const { from, to, services, issuer, issuedAt, course } = verified
  return (
    <>
      <Box>
        <Cell name={words.no}>{certificateNo}</Cell>
        <Cell name={words.name}>{holder === 'closed' ? words.holderLeft : nameMasked}</Cell>
        {volunteerNo && <Cell name={paperText.volunteerNo}>{volunteerNo}</Cell>}
        {course && (
          <>
            <Cell name={words.kind}>{completionText.title}</Cell>
            <Cell name={completionText.course}>{course.title}</Cell>
            <Cell name={completionText.lessons}>{completionText.attended(course)}</Cell>
          </>
        )}
        <Cell name={course ? completionText.days : paperText.spanName}>
          {course || services.length > 0 ? spanWords(verified) : certificateText.spanOf(from, to)}
        </Cell>
        <Cell name={course ? completionText.time : paperText.total}>{durationWords(minutes)}</Cell>
        {honourMinutes > 0 && <Cell name={paperText.honour}>{durationWords(honourMinutes)}</Cell>}
        <Cell name={paperText.issuer}>{issuer.name}</Cell>
        {issuer.contact && <Cell name={paperText.contact}>{issuer.contact}</Cell>}
        <Cell name={paperText.date}>{fullDateWords(issuedAt)}</Cell>
      </Box>
      {valid && unmarked && <Box className='soft small'>{words.unmarked}</Box>}
      {holder !== 'closed' && <Box className='soft small'>{words.nameHint}</Box>}
    </>
  )
}

/** Nothing of a certificate whose words were changed is shown, but who issues certificates. */
function WhomToAsk({ verified: { certificateNo, issuer } }: { verified: CertificateVerified }) {
  return (
    <Box>
      <Cell name={words.no}>{certificateNo}</Cell>
      <Cell name={paperText.issuer}>{issuer.name}</Cell>
      {issuer.contact && <Cell name={paperText.contact}>{issuer.contact}</Cell>}
    </Box>
  )
}
