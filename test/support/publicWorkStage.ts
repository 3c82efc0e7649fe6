import type { Ask } from '#local/sample/driver'

/** What the community shows and promises to everybody, in the states that a page shows differently. */
export interface StagedPublicWork {
  /** A rest station; 李师傅 has just said that it is open, and what is there. */
  station: string
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
  return { station }
}
