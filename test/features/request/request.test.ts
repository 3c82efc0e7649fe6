import { stillWrong } from '#cloud/call/checked'
import { type RequestCard, type RequestDetail, type RequestEvent, requestStates } from '#contract/request'
import { checkFiling, emptyFiling } from '#features/request/filing/filingDraft'
import { needsFirst } from '#features/request/list/needsFirst'
import { reportDays } from '#features/request/rates/reportSpan'
import {
  clockRuleWords,
  deadlineWords,
  requestEventWords,
  requestSentence,
  urgencyOf,
} from '#text/request/request'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-11-24T08:00')
const card = { state: 'accepted' as const, dueAt: at('2026-11-24T17:30') }

describe('The deadline of a request', () => {
  it('is said with the hour on its last day', () => {
    expect(deadlineWords(card, now)).toBe('今天 17:30 前要办好。')
    expect(urgencyOf(card, now)).toBe('today')
  })
  it('names the near day and its date', () => {
    expect(deadlineWords({ ...card, dueAt: at('2026-11-25T12:00') }, now)).toBe(
      '明天（11月25日 周三） 12:00 前要办好。',
    )
    expect(deadlineWords({ ...card, dueAt: at('2026-11-30T12:00') }, now)).toBe(
      '11月30日 周一 12:00 前要办好。',
    )
  })
  it('is shown as over with its time once it is past', () => {
    const late = { ...card, dueAt: at('2026-11-23T17:30') }
    expect(deadlineWords(late, now)).toContain('已经超过时限，本该在昨天（11月23日 周一） 17:30 前办好')
    expect(urgencyOf(late, now)).toBe('over')
    expect(urgencyOf({ ...card, dueAt: now }, now)).toBe('over')
  })
  it('stands still while an answer is awaited, and is not shown when the request is finished', () => {
    expect(deadlineWords({ state: 'accepted', waitingForAnswer: true }, now)).toBe(
      '办理时间先不算，等居民回答。',
    )
    expect(deadlineWords({ state: 'accepted', waitingForAnswer: true, part: 'requester' }, now)).toBe(
      '办理时间先不算，等您回答。',
    )
    for (const state of ['resolved', 'closed', 'declined'] as const)
      expect(deadlineWords({ ...card, state }, now)).toBe('')
  })
})

describe('What stops the clock', () => {
  it('addresses the requester, and names the resident to others', () => {
    expect(clockRuleWords({ clock: 'waits_for_answer', part: 'requester' })).toContain('您回答以前')
    expect(clockRuleWords({ clock: 'waits_for_answer', part: 'holder' })).toContain('居民回答以前')
  })
  it('is not shown when the request is finished', () => {
    expect(clockRuleWords({ clock: 'finished', part: 'requester' })).toBe('')
  })
})

describe('Where a request stands', () => {
  const detail = (more: Partial<RequestDetail>): RequestDetail => ({
    ...{
      requestId: 'r_1',
      category: 'safety',
      categoryTitle: '安全隐患',
      title: '楼道堆纸箱',
      state: 'filed',
    },
    ...{ tier: 'grid', gridId: 'grid1', filedAt: now, supporters: 0, part: 'requester', answers: [] },
    ...{ fileIds: [], clock: 'runs', timeline: [], steps: [] },
    ...more,
  })
  it('is one plain sentence in every state and for every reader', () => {
    for (const state of requestStates)
      for (const part of ['requester', 'holder', 'above', 'reader', 'supporter'] as const) {
        const words = requestSentence(detail({ state, part }), now)
        expect(words).toMatch(/。|！$/)
        expect(words).not.toMatch(/undefined|[a-z]/)
      }
  })
  it('asks the requester to answer before anything else', () => {
    expect(requestSentence(detail({ state: 'in_work', waitingForAnswer: true }), now)).toContain(
      '请在下面回答',
    )
  })
})

describe('The story of a request', () => {
  const words = (event: Partial<RequestEvent>) => requestEventWords({ at: now, event: 'accepted', ...event })
  it('names the tier and the person, and where it went', () => {
    expect(words({ tier: 'grid', who: '小刘' })).toBe('网格的小刘受理了')
    expect(words({ tier: 'community', event: 'escalated' })).toBe('社区转给街道办理')
    expect(words({ event: 'escalated_overdue' })).toBe('没有按时办完，自动转到上一级')
    expect(words({ event: 'escalated_overdue', tier: 'grid' })).toBe('网格没有按时办完，自动转到社区')
  })
  it('calls a resident whom the reader may not know a resident', () => {
    expect(words({ event: 'filed' })).toBe('居民反映了问题')
    expect(requestEventWords({ at: now, event: 'filed' }, true)).toBe('您反映了问题')
  })
})

describe('Filing', () => {
  const home = { gridId: 'grid1', estateId: 'huochai' }
  const draft = { ...emptyFiling(home), category: 'safety', description: '楼道堆纸箱' }
  it('takes what is written, and the answers to the chosen category alone', () => {
    const { input } = checkFiling({ ...draft, answers: { where: ' 2单元 ', bicycles: '20' } }, ['where'])
    expect(input).toMatchObject({ ...home, category: 'safety', answers: { where: '2单元' } })
    expect(input).not.toHaveProperty('forResident')
    expect(input).not.toHaveProperty('place')
  })
  it('asks for words of the place outside of the estates', () => {
    const outside = { ...draft, estateId: undefined }
    expect(checkFiling(outside, []).faults).toHaveProperty('place')
    expect(checkFiling({ ...outside, place: '菜市场后门' }, []).input).toMatchObject({ place: '菜市场后门' })
  })
  it('names everything that is missing, and then drops only what was mended', () => {
    const { faults } = checkFiling({ ...emptyFiling(home), forOther: true }, [])
    expect(Object.keys(faults ?? {}).sort()).toEqual(['category', 'description', 'forResident'])
    expect(Object.keys(stillWrong(faults ?? {}, { description: '写' }))).toEqual(['description'])
  })
})

describe('The span of a report', () => {
  it.each([
    ['month', '2026-11-24T08:00', '2026-11-01', '2026-11-24'],
    ['lastMonth', '2026-11-24T08:00', '2026-10-01', '2026-10-31'],
    ['lastMonth', '2027-01-01T00:10', '2026-12-01', '2026-12-31'],
    ['lastMonth', '2028-03-15T12:00', '2028-02-01', '2028-02-29'],
    ['year', '2026-11-24T08:00', '2026-01-01', '2026-11-24'],
  ] as const)('%s on %s is %s to %s', (span, moment, from, to) =>
    expect(reportDays(span, at(moment))).toEqual({ from, to }),
  )
})

describe('A list of one’s own requests', () => {
  const one = (requestId: string, state: RequestCard['state'], more: Partial<RequestCard> = {}) =>
    ({ requestId, state, ...more }) as RequestCard

  it('begins with what needs a word; what is over stands apart', () => {
    const { ahead, over } = needsFirst([
      one('new', 'filed'),
      one('closed', 'closed'),
      one('done', 'resolved'),
      one('declined', 'declined'),
      one('asked', 'in_work', { waitingForAnswer: true }),
    ])
    expect(ahead.map(({ requestId }) => requestId)).toEqual(['done', 'asked', 'new'])
    expect(over.map(({ requestId }) => requestId)).toEqual(['closed', 'declined'])
  })
})
