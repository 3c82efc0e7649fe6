import type { RawInputOf } from '#contract/operations'
import type { Ask } from '#local/sample/driver'

/** A guide that asks before one comes, and what came of it. */
export interface StagedGuides {
  /** It stands; one may apply. */
  elderCard: string
  /** It asks nothing. */
  plain: string
  /** 王奶奶's pre-acceptance, at the second of three stages. */
  applied: string
}

type Guide = Extract<RawInputOf<'publication.publish'>, { kind: string }>

export const elderCard: Guide = {
  kind: 'guide',
  ...{ title: '办老年卡', body: '满 65 周岁，凭卡免费乘公交、逛公园。', concerns: '65 岁以上的老人' },
  ...{ place: '社区办事大厅', hoursText: '周一到周五 9 点到 17 点', takesText: '5 个工作日' },
  phone: '023-6770 0012',
  steps: ['先在手机上填好', '带材料到社区', '过几天来取卡'],
  bring: ['户口本', '一寸照片一张', '请人代办的，带代办人的证件'],
  stages: ['收到', '核对材料', '可以来取'],
  questions: [
    { field: 'q1', title: '给谁办', why: '写老人的名字，和户口本上一样。', kind: 'text' },
    { field: 'q2', title: '哪天生的', why: '满 65 周岁才能办。', kind: 'day' },
    {
      field: 'q3',
      ...{ title: '怎么取卡', why: '走不动的，可以送上门。', kind: 'choice' },
      options: ['自己来取', '家人来取', '请送上门'],
    },
    { field: 'q4', title: '还有什么要说', kind: 'text', optional: true },
  ],
}

export async function stageGuides(ask: Ask): Promise<StagedGuides> {
  const publish = async (guide: Guide) =>
    (await ask('sample_zhao', 'publication.publish', guide)).publicationId
  const publicationId = await publish(elderCard)
  const { questions: _, stages: __, ...rest } = elderCard
  const plain = await publish({ ...rest, title: '开居住证明' })
  const { requestId: applied } = await ask('sample_wang', 'guide.apply', {
    ...{ publicationId, edition: 1 },
    answers: { q1: '王秀英', q2: '1940-05-01', q3: '请送上门' },
  })
  await ask('sample_liu', 'request.progress', {
    requestId: applied,
    note: '材料对上了，正在做卡。',
    stage: 1,
  })
  return { elderCard: publicationId, plain, applied }
}
