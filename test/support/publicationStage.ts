import type { PublicationKind } from '#contract/publication'
import type { Ask } from '#local/sample/driver'

/** What stands written in the sample, by kind, and some in every state that a page shows differently. */
export interface StagedPublications extends Record<PublicationKind, string> {
  /** A draft that was begun by 赵姐. */
  draft: string
  /** A policy of which 赵姐 has changed the text; it waits for a second word. */
  waiting: string
  /** It has two editions. */
  changed: string
  /** It was taken back. */
  retired: string
}

/** What the sample community has published. */
const sampled = new Set([
  ...['周四检修，火柴新村停水半天', '高龄津贴怎么领', '办老年人优待证', '我们的社区公约'],
  ...['路灯不亮专项治理', '火柴新村爱心休闲驿站', '社区对您的五条承诺'],
])

export async function stagePublications(ask: Ask, now: number): Promise<StagedPublications> {
  const coordinator = 'sample_zhao'
  const { items } = await ask(coordinator, 'publication.list', { limit: 50 })
  const of = (kind: PublicationKind) =>
    items.find((one) => one.kind === kind && sampled.has(one.title))?.publicationId ?? ''
  const bulletin = (title: string) => ({
    kind: 'bulletin' as const,
    ...{ title, body: '楼下停车棚顶要补漏，周六上午请把车挪开。', validTo: now + 5 * 86_400_000 },
  })
  const { publicationId: water } = await ask(coordinator, 'publication.publish', {
    ...bulletin('周日清洗水箱，停水半天'),
    ...{ body: '周日早上 8 点到 12 点停水，请提前接一点水。', phone: '023-0000 0000' },
    pinnedUntil: now + 3 * 86_400_000,
  })
  const { publicationId: draft } = await ask(coordinator, 'publication.saveDraft', bulletin('补停车棚'))
  const { publicationId: changed } = await ask(coordinator, 'publication.publish', bulletin('周六补停车棚'))
  await ask(coordinator, 'publication.edit', { publicationId: changed, body: '改到周日上午，请把车挪开。' })
  const { publicationId: retired } = await ask(coordinator, 'publication.publish', bulletin('周五补停车棚'))
  await ask(coordinator, 'publication.retire', { publicationId: retired, reason: '日期写错了，另发一篇。' })
  const waiting = of('policy')
  await ask(coordinator, 'publication.edit', {
    publicationId: waiting,
    summary: '满 80 周岁就能领，带户口本来。',
  })
  return {
    ...{ bulletin: water, policy: of('policy'), guide: of('guide'), pact: of('pact') },
    ...{ campaign: of('campaign'), station: of('station'), standard: of('standard') },
    ...{ draft, waiting, changed, retired },
  }
}
