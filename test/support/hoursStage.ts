import type { CertificateIssued } from '#contract/certificate'
import type { Ask } from '#local/sample/driver'

/** 李师傅's certificates, and honour minutes that nobody has decided. */
export interface StagedHours {
  /** 李师傅's member id; 陈队长 leads his team. */
  li: string
  paper: CertificateIssued
  /** The number of a certificate that an admin revoked. */
  revoked: string
}

const admin = 'sample_admin'
const chen = 'sample_chen'

/** Makes these; `papers` and `honours` say how many a list has. */
export async function stageHours(ask: Ask, papers = 2, honours = 1): Promise<StagedHours> {
  const li = (await ask('sample_li', 'member.me', {})).member?.memberId ?? ''
  const honour = (reason: string) => ask(chen, 'hours.honour', { memberId: li, minutes: 150, reason })
  await ask(admin, 'hours.approveHonour', await honour('带新队员熟悉小区水电'))
  for (let count = 0; count < honours; count++)
    await honour(`修好活动室的柜门${count > 0 ? `，第 ${count + 1} 扇` : ''}`)
  const revoked = (await ask('sample_li', 'hours.certificate', {})).certificateNo
  await ask(admin, 'certificate.revoke', { certificateNo: revoked, reason: '名字写错了' })
  let paper = await ask('sample_li', 'hours.certificate', {})
  for (let count = 2; count < papers; count++) paper = await ask('sample_li', 'hours.certificate', {})
  await ask('sample_li', 'member.consent', { kind: 'leaderboard', version: '2026-11', given: true })
  return { li, paper, revoked }
}
