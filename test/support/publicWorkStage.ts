import type { Ask } from '#local/sample/driver'

/** What the community shows and promises to everybody, in the states that a page shows differently. */
export interface StagedPublicWork {
  /** A rest station; 李师傅 has just said that it is open, and what is there. */
  station: string
  /** It has gathered two requests of 王奶奶's and 何叔's, and is at its second stage; three more could come to it. */
  campaign: string
}

export async function stagePublicWork(ask: Ask): Promise<StagedPublicWork> {
  const everyDay = [1, 2, 3, 4, 5, 6, 7]
  const { publicationId: station } = await ask('sample_zhao', 'publication.publish', {
    ...{ kind: 'station', title: '火车站广场驿站', place: '火车站广场东侧，公厕旁边' },
    body: '环卫工人、骑手、路过的人都可以进来歇脚，不用登记。',
    hours: [{ days: everyDay, fromMinute: 0, toMinute: 24 * 60 }],
    things: ['water', 'seats', 'charging', 'first_aid'],
    phone: '023-72811234',
  })
  await ask('sample_li', 'station.say', { publicationId: station, open: true, has: ['water', 'seats'] })
  const { publicationId: shut } = await ask('sample_zhao', 'publication.publish', {
    ...{ kind: 'station', title: '巨柳新村驿站', place: '巨柳新村门卫室' },
    ...{ body: '夏天有凉茶，冬天有热水。', things: ['water', 'heating'] },
    hours: [{ days: everyDay, fromMinute: 0, toMinute: 24 * 60 }],
  })
  await ask('sample_zhao', 'station.say', { publicationId: shut, open: false, has: [] })
  return { station, campaign: await stageCampaign(ask) }
}

async function stageCampaign(ask: Ask): Promise<string> {
  const { publicationId } = await ask('sample_zhao', 'publication.publish', {
    ...{ kind: 'campaign', title: '楼道堆物专项治理', category: 'safety' },
    body: '楼道里堆的东西，一栋一栋清出来，消防通道要走得通。',
    stages: ['摸底', '清理', '回头看'],
  })
  const file = async (openid: string, description: string) => {
    const where = { gridId: 'grid1', estateId: 'huochai', building: '3栋' }
    return (await ask(openid, 'request.file', { category: 'safety', description, ...where })).requestId
  }
  const requestIds = [
    await file('sample_wang', '1单元三楼堆了旧柜子，过不去人。'),
    await file('sample_he', '4单元楼梯口放了两辆电瓶车。'),
  ]
  await ask('sample_liu', 'request.publish', {
    requestId: requestIds[0] ?? '',
    ...{ title: '3栋楼道堆物', text: '3栋楼道里堆了旧柜子，正在和住户商量搬走。' },
  })
  await ask('sample_zhao', 'campaign.gather', { publicationId, requestIds })
  await ask('sample_zhao', 'campaign.stage', {
    publicationId,
    stage: 0,
    words: '六栋楼都看过了，一共十二处。',
  })
  await ask('sample_zhao', 'campaign.stage', { publicationId, stage: 1 })
  for (const [index, openid] of ['sample_wang', 'sample_he', 'sample_zheng'].entries())
    await file(openid, `2单元${index + 2}楼楼道里堆了纸箱和花盆。`)
  return publicationId
}
