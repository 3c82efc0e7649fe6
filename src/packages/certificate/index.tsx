import { cloudNow } from '#clock'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { usePages } from '#cloud/call/usePages'
import { useRead } from '#cloud/call/useRead'
import { useDraft } from '#cloud/kept/useDraft'
import type { CertificateCard } from '#contract/certificate'
import type { MemberId } from '#contract/shared/scalars'
import {
  type CertificateSpan,
  daysOf,
  type OwnDays,
  thisYearSoFar,
} from '#features/certificate/certificateSpan'
import { ForWhom } from '#features/member/proxy/ForWhom'
import { certificatePaper } from '#routes'
import { certificateText as words } from '#text/certificate/certificate'
import { completionText } from '#text/certificate/completion'
import { durationWords, fullDateWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { Choice } from '#ui/choice/Choice'
import { DayField } from '#ui/field/DayField'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { go } from '#ui/go/go'
import { Pager } from '#ui/page/Pager'
import { Screen } from '#ui/page/Screen'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Heading } from '#ui/show/Heading'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'

const spans = (Object.keys(words.spans) as CertificateSpan[]).map((value) => ({
  value,
  title: words.spans[value],
}))

/** Issues a certificate for a span, and lists the certificates of the viewer, or of a member for whom they act. */
export default function CertificatesPage() {
  return (
    <Screen title={titles.certificates}>
      <ForWhom>
        {(principal) => (
          <Box className='stack'>
            <Asking actingFor={principal?.memberId} />
            <Issued actingFor={principal?.memberId} />
          </Box>
        )}
      </ForWhom>
    </Screen>
  )
}

interface Acting {
  /** The member whose certificates they are, when the viewer acts for somebody. */
  actingFor: MemberId | undefined
}

function Asking({ actingFor }: Acting) {
  const draft = useDraft<{ span: CertificateSpan; own: OwnDays }>(() => ({
    span: 'all',
    own: thisYearSoFar(cloudNow()),
  }))
  const form = useForm(draft, {
    check: ({ span, own }) => {
      const days = daysOf(span, own, cloudNow())
      return days ? { input: days } : { faults: { to: words.spanWrong } }
    },
    atFault: showFirstFault,
    by: useCommand('hours.certificate', { actingFor }),
    onDone: ({ certificateNo }) => go(certificatePaper(certificateNo, actingFor)),
  })
  const { faults, choose } = form
  const { span, own } = form.draft
  return (
    <Card>
      <Box>{words.lead}</Box>
      <Choice
        label={words.span}
        options={spans}
        chosen={span}
        onChoose={(chosen) => choose({ span: chosen })}
      />
      <Maybe>
        {span === 'own' && (
          <Box className='stack-tight'>
            <DayField label={words.from} day={own.from} onDay={(from) => choose({ own: { ...own, from } })} />
            <DayField
              label={words.to}
              day={own.to}
              error={faults.to}
              onDay={(to) => choose({ own: { ...own, to } })}
            />
          </Box>
        )}
      </Maybe>
      <FormFoot form={form} action={words.issue} />
    </Card>
  )
}

const nameOf = ({ course, from, to, minutes }: CertificateCard): string =>
  course ? completionText.card(course.title) : words.card(words.spanOf(from, to), durationWords(minutes))

const detailOf = ({ course, certificateNo, issuedAt }: CertificateCard): string =>
  [
    ...(course ? [completionText.cardDetail(course)] : []),
    words.cardNo(certificateNo),
    words.issuedOn(fullDateWords(issuedAt)),
  ].join(' · ')

function Issued({ actingFor }: Acting) {
  const { paging, older, newer } = usePages()
  const [read, refresh] = useRead('hours.certificates', paging, { actingFor })
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{words.list}</Heading>
      <StateView of={read} onRetry={refresh} empty={<Box className='soft'>{words.none}</Box>}>
        {({ items, nextCursor }) => (
          <Box className='stack-tight'>
            <ListRows>
              {items.map((card) => (
                <ListRow
                  key={card.certificateNo}
                  icon='stamp'
                  title={nameOf(card)}
                  detail={detailOf(card)}
                  end={words.state[card.state]}
                  to={certificatePaper(card.certificateNo, actingFor)}
                />
              ))}
            </ListRows>
            <Pager onNewer={newer} onOlder={nextCursor ? () => older(nextCursor) : undefined} />
          </Box>
        )}
      </StateView>
    </Box>
  )
}
