import type { RawInputOf } from '#contract/operations'
import type { Ask } from './driver'

const worker = 'sample_liu'
/** In 火柴新村, where the first grid has a worker. */
const here = { gridId: 'grid1', estateId: 'huochai' }

/** Files a request in a grid without a worker: it is escalated when its hold time is over. */
export async function fileForgotten(ask: Ask): Promise<void> {
  await ask('sample_he', 'request.file', {
    category: 'parking_shed',
    description: '车棚太小，电瓶车都停到路上了，晚上看不见容易绊倒人。',
    gridId: 'grid5',
    estateId: 'juliu',
    answers: { which: '2栋旁边的', wrong: '放不下车', bicycles: '40' },
  })
}

/**
 * Requests filed since yesterday: one on the board with supporters, one with a question, one to be rated, one
 * closed, one new.
 */
export async function fileLately(ask: Ask): Promise<void> {
  const shed = await file(ask, 'sample_wang', {
    category: 'parking_shed',
    description: '3栋车棚顶漏雨，下雨天电瓶车都淋湿了。',
    ...here,
    building: '3栋',
    answers: { which: '3栋门口的', wrong: '顶棚漏雨', bicycles: '20' },
  })
  await ask(worker, 'request.accept', { requestId: shed })
  await ask(worker, 'request.progress', {
    requestId: shed,
    note: '去看过了，要换四块顶板，已经请维修队来量尺寸。',
  })
  await ask(worker, 'request.publish', {
    requestId: shed,
    title: '3栋车棚顶漏雨',
    text: '3栋门口的车棚顶漏雨，已经去看过，准备换顶板。',
  })
  for (const neighbour of ['sample_li', 'sample_zhou'])
    await ask(neighbour, 'request.support', { requestId: shed })

  const green = await file(ask, 'sample_wang', {
    category: 'green_space',
    description: '花坛里的草很高，蚊子多。',
    ...here,
  })
  await ask(worker, 'request.ask', { requestId: green, question: '是哪一个花坛？靠近几栋？' })

  const bench = await file(ask, 'sample_li', {
    category: 'rest_place',
    description: '5栋楼下的长椅断了一根木条，老人坐不稳。',
    ...here,
    building: '5栋',
  })
  await ask(worker, 'request.resolve', { requestId: bench, resolution: '换了新木条，也上了油漆。' })

  const stairs = await file(ask, 'sample_wang', {
    category: 'safety',
    description: '2单元楼道里堆了纸箱，晚上走路容易绊倒。',
    ...here,
    building: '3栋',
  })
  await ask(worker, 'request.resolve', { requestId: stairs, resolution: '请那一户搬走了，楼道清干净了。' })
  await ask('sample_wang', 'request.rate', { requestId: stairs, satisfied: true })

  await file(ask, 'sample_li', {
    category: 'other',
    description: '希望楼下的快递柜再添一组，常常没有空格子。',
    ...here,
  })
}

async function file(ask: Ask, openid: string, input: RawInputOf<'request.file'>): Promise<string> {
  return (await ask(openid, 'request.file', input)).requestId
}
