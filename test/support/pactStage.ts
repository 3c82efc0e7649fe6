import type { Ask } from '#local/sample/driver'
import { firstAdminOpenid } from '#local/sample/people'

/** Pacts of the community. */
export interface StagedPacts {
  /** It stands, on paper as well; residents vote on its second edition, 王奶奶 has voted, and a proposal is answered. */
  inVote: string
  /** It stands, and nobody has assented yet. */
  young: string
}

export async function stagePacts(ask: Ask): Promise<StagedPacts> {
  const standing = async (title: string, body: string) => {
    const { publicationId } = await ask('sample_zhao', 'publication.publish', { kind: 'pact', title, body })
    await ask(firstAdminOpenid, 'publication.approve', { publicationId })
    return publicationId
  }
  const young = await standing('广场舞公约', '早上七点以前、晚上九点以后不放音响。')
  const publicationId = await standing('楼道公约', '楼道是大家的路，不堆东西。')
  for (const openid of ['sample_wang', 'sample_li', 'sample_zheng'])
    await ask(openid, 'pact.assent', { publicationId })
  await ask('sample_zhao', 'pact.paperAssents', {
    publicationId,
    count: 40,
    note: '火柴厂一栋，12 月 3 日收的',
  })
  const words = '电动车也不要停在楼道里'
  const { proposalId: requestId } = await ask('sample_wang', 'pact.propose', { publicationId, words })
  await ask('sample_liu', 'request.publish', { requestId, title: '电动车不停楼道', text: `${words}。` })
  await ask('sample_li', 'request.support', { requestId })
  await ask('sample_liu', 'request.resolve', { requestId, resolution: '写进了新的一版，请大家投票。' })
  const body = '楼道是大家的路，不堆东西，不停电动车，不拉电线充电。'
  await ask('sample_zhao', 'publication.edit', { publicationId, body })
  await ask(firstAdminOpenid, 'publication.approve', { publicationId })
  await ask('sample_wang', 'pact.vote', { publicationId, yes: true })
  return { inVote: publicationId, young }
}
