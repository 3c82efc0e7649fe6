import type { CertificateIssued } from '#contract/certificate'
import type { LocalCloud } from '#local/cloud'
import { type Ask, settlePerson, stranger } from '#local/sample/driver'
import { ledgerHands } from './ledgerHands'
import { sdkFor } from './sdk'

/** Certificates that are not what they were, or prove less than others. */
export interface StagedPapers {
  /** 林师傅's: its document says another number of minutes by now. */
  changed: CertificateIssued
  /** 丁师傅's, who has closed the account. */
  left: CertificateIssued
  /** 林师傅's, from before certificates had marks. */
  unmarked: CertificateIssued
}

const ding = 'doubt_ding'
/** A number of a day on which nothing had a mark yet. */
const early = { certificateNo: 'TBK-230105-300146', issuedAt: Date.UTC(2023, 0, 5, 2) }

/** Makes these. The first and the last take somebody with the database. */
export async function stagePapers(cloud: LocalCloud, ask: Ask): Promise<StagedPapers> {
  const hands = ledgerHands({ cloud })
  const changed = await ask('doubt_lin', 'hours.certificate', {})
  const { certificateNo } = await ask('doubt_lin', 'hours.certificate', {})
  const papers = sdkFor(cloud).database().collection('certificates')
  const { data } = (await papers.doc(certificateNo).get({})) as unknown as { data: Record<string, unknown> }
  const { _id: _, marks: __, ...before } = data
  await papers.add({ data: { ...before, _id: early.certificateNo, issuedAt: early.issuedAt } })
  await hands.changePaper(changed.certificateNo, { minutes: 6000 })
  const left = await leave(cloud, ask)
  const { verifyCode, verifyPath } = await ask('doubt_lin', 'certificate.get', early)
  return { changed, left, unmarked: { certificateNo: early.certificateNo, verifyCode, verifyPath } }
}

/** 丁师傅 has a certificate and closes the account; the day of the closing has come. */
async function leave(cloud: LocalCloud, ask: Ask): Promise<CertificateIssued> {
  const repair = { teamId: 'repair' }
  const volunteer = { role: 'volunteer', scope: repair } as const
  const memberId = await settlePerson(ask, stranger(ding, '丁师傅', [volunteer]))
  const honour = { ...repair, memberId, minutes: 150, reason: '带新队员熟悉小区水电' }
  await ask('sample_admin', 'hours.approveHonour', await ask('sample_chen', 'hours.honour', honour))
  const paper = await ask(ding, 'hours.certificate', {})
  await ask(ding, 'member.close', {})
  // what follows from it is written before a hand reaches into the document
  await cloud.settled()
  const now = cloud.now()
  const today = { closesAt: now, wakesAt: now, dueAt: now }
  await sdkFor(cloud).database().collection('members').doc(memberId).update({ data: today })
  await cloud.tick()
  return paper
}
