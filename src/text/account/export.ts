import type { Exported } from '#contract/account'
import type { Me } from '#contract/member'
import type { AppointedProxy } from '#contract/proxy'
import type { Birth } from '#contract/shared/birth'
import type { PlacementState } from '#contract/vacancy'
import { bookingStateText } from '#text/booking/bookingState'
import { noShowText, saidWords } from '#text/booking/noShow'
import { guardianPaperText } from '#text/guardian/guardian'
import { roleText } from '#text/member/role'
import { requestStateText } from '#text/request/request'
import { signupStateText } from '#text/session/signupState'
import { durationWords, fullDateWords, momentWords } from '#text/shared/time'
import { exportLine, groundSaid } from '#text/subsidy/subsidy'
import { placementStateText } from '#text/vacancy/placementState'
import { accessReason, accessTitle } from './access'
import { consentsText, paperWords } from './account'

/** The page 「导出我的信息」. */
export const exportText = {
  lead: '社区存了您的什么，都整理成一份，您可以看，也可以存下来带走。',
  contents: '里面有两样：一页给人看的「我的信息.html」，一份给电脑读的「我的信息.json」。',
  prepare: '整理我的信息',
  ready: '整理好了',
  readyText: (count: number) => `一共 ${count} 条。先点开下面看看，再存下来。`,
  careful: '里面有您的电话和门牌号，请存在自己的手机或电脑上，不要发到群里。',
  download: '下载（zip）',
  downloaded: '已经下载，请到浏览器的「下载」里找「我的信息.zip」。',
  share: '发给我自己（文件传输助手）',
  shared: '已经发出。在微信聊天里点开就能看。',
  notShared: '没有发出去。您可以再试一次，或者打社区电话，请社区打印一份给您。',
  keepOnComputer: '存到这台电脑',
  kept: '已经存好了。解压以后，双击「我的信息.html」就能看。',
  again: '重新整理',
  show: '看看里面有什么',
  lines: (count: number) => `${count} 条`,
  none: '没有',
  nothingOf: (titles: readonly string[]) => `还没有内容的：${titles.join('、')}。`,
  restInFile: (count: number) => `还有 ${count} 条，都在文件里。`,
  zip: '我的信息.zip',
  page: '我的信息.html',
  record: '我的信息.json',
  title: '我的信息',
  at: (day: string) => `${day}整理`,
  cut: (lines: number) => `每一类最多 ${lines} 条；超过的，请打社区电话另要。`,
} as const

/** A name and its value, as a part of the export shows them. */
export type ReadableCell = readonly [name: string, value: string]
/** A part of the export as people read it. */
export interface ReadablePart {
  title: string
  entries: { head?: string | undefined; cells: ReadableCell[] }[]
}
/** Names of places and teams; an id without one is shown as it is. */
export interface Names {
  grid: (id: string) => string
  estate: (id: string) => string
  team: (id: string) => string
}

type Parts = Required<Omit<Exported, 'exportedAt' | 'cutAt'>>
type Writer<Part> = (part: Part, names: Names, now: number) => ReadablePart

const proxyEntry = ({ name, since, asksUntil }: AppointedProxy): ReadablePart['entries'][number] => ({
  cells: [[name, `${fullDateWords(since)}起${asksUntil === undefined ? '' : '，还没有同意'}`]],
})

const consentLine = ({ kind, at, version, word }: Me['consents'][number]): string =>
  [consentsText.names[kind], consentsText.since(fullDateWords(at), version), word].filter(Boolean).join('，')

/** Each part of the export in words. A part that is added without a line here does not compile. */
const writers: { readonly [Part in keyof Parts]: Writer<Parts[Part]> } = {
  member: (member, names, now) => ({
    title: '登记',
    entries: [
      {
        cells: cells([
          ['姓名', member.name],
          ['电话', member.phone],
          ['住址', member.door],
          [
            '生日',
            member.birth && `${member.birth.day}（${member.birth.calendar === 'lunar' ? '农历' : '公历'}）`,
          ],
          ['小区', names.estate(member.estateId)],
          ['网格', names.grid(member.gridId)],
          ['身份', member.roles.map(({ role }) => roleText[role]).join('、')],
          [
            '别人替您提出的',
            member.asked &&
              [member.asked.name, member.asked.home?.door, `由${member.asked.by}提出`]
                .filter(Boolean)
                .join('，'),
          ],
          ['志愿者编号', member.volunteerNo],
          ['证件', member.licences.map((held) => `${held.licence}（到 ${held.validUntil}）`).join('、')],
          ['登记时间', momentWords(member.registeredAt, now)],
          ...member.consents.map((said): [string, string] => [
            said.given ? '同意' : '撤回同意',
            consentLine(said),
          ]),
          ['纸面同意', member.paper && paperWords(member.paper)],
        ]),
      },
    ],
  }),
  dependents: (own) => ({
    title: '我照护的家人',
    entries: own.map(({ name, relation, birth, needs, consentNote }) => ({
      head: name,
      cells: cells([
        ['关系', relation],
        ['生日', birth && birthWords(birth)],
        ['特殊需要', needs],
        ['他本人怎么同意的', consentNote],
      ]),
    })),
  }),
  guardians: ({ own, wards }) => ({
    title: '监护人和未成年人',
    entries: [
      ...(own
        ? [
            {
              head: own.name,
              cells: cells([
                ['我的监护人', own.relation],
                [
                  '纸质同意书',
                  own.recorded && guardianPaperText.recorded(own.recorded.by, own.recorded.note),
                ],
                ['时间', fullDateWords(own.at)],
              ]),
            },
          ]
        : []),
      ...wards.map(({ name, relation, at }) => ({
        head: name,
        cells: cells([
          ['我是他的', relation],
          ['时间', fullDateWords(at)],
        ]),
      })),
    ],
  }),
  proxies: (proxies) => ({
    title: '替我代办的人',
    entries: proxies.map(proxyEntry),
  }),
  actsFor: (principals) => ({
    title: '我替他代办的人',
    entries: principals.map(proxyEntry),
  }),
  teams: (teams, names) => ({
    title: '志愿服务队',
    entries: teams.map(({ teamId, state, skills, since }) => ({
      head: names.team(teamId),
      cells: cells([
        ['状态', teamStates.get(state) ?? state],
        ['会做的事', skills.join('、')],
        ['时间', fullDateWords(since)],
      ]),
    })),
  }),
  bookings: (bookings, _, now) => ({
    title: '我的预约',
    entries: bookings.map((each) => booking(each, now)),
  }),
  claimed: (bookings, _, now) => ({
    title: '我认领的任务',
    entries: bookings.map((each) => booking(each, now)),
  }),
  noShows: (noShows, _, now) => ({
    title: '失约记录',
    entries: noShows.map((said) => ({
      head: said.kindTitle,
      cells: cells([
        ['约好的时间', momentWords(said.windowFrom, now)],
        ['说了什么', saidWords(said)],
        ['说明', said.appeal?.note],
        ['核对', said.word?.reason],
        ['结果', noShowText.state[said.state]],
      ]),
    })),
  }),
  requests: (requests, _, now) => ({
    title: '我反映的问题',
    entries: requests.map((each) => {
      const state = text(each.state)
      const resident = each.forResident as { name?: string; phone?: string } | undefined
      return {
        head: text(each.categoryTitle),
        cells: cells([
          ['提出时间', moment(each.filedAt, now)],
          ['状态', state && (requestStateText[state as keyof typeof requestStateText] ?? state)],
          ['写了什么', text(each.description)],
          ['填了什么', answered(each.answers)],
          ['地点', text(each.place)],
          ['替谁提的', resident && [resident.name, resident.phone].filter(Boolean).join(' ')],
          ['办理结果', text(each.resolution)],
          ['评语', text(each.comment)],
        ]),
      }
    }),
  }),
  supported: (supported, _, now) => ({
    title: '我支持的问题',
    entries: supported.map(({ requestId, at }) => ({ cells: [[momentWords(at, now), requestId]] })),
  }),
  assented: (assented) => ({
    title: '我赞成的公约',
    entries: assented.map(({ publicationId, edition }) => ({
      cells: [[`第 ${edition} 版`, publicationId]],
    })),
  }),
  signups: (signups, _, now) => ({
    title: '活动报名',
    entries: signups.map(({ title, place, from, mine }) => ({
      head: title,
      cells: cells([
        ['时间', momentWords(from, now)],
        ['地点', place],
        ['状态', signupStateText[mine.state]],
        ['一起来的', mine.party.join('、')],
      ]),
    })),
  }),
  placements: (ways, _, now) => ({
    title: '我的应聘',
    entries: ways.map((way) => ({
      head: [text(way.title), text(way.firm)].filter(Boolean).join(' · '),
      cells: cells([
        ['状态', placementStateText[way.state as PlacementState]],
        ['时间', moment(way.since, now)],
        ['说了什么', text(way.reason)],
        [
          '同意给用工单位姓名和电话',
          moment((way.consent as { until?: unknown } | undefined)?.until, now)?.concat('前有效'),
        ],
      ]),
    })),
  }),
  subsidies: (courses, _, now) => ({
    title: '培训的交通补贴',
    entries: courses.map(({ title, claim, lines }) => ({
      head: title,
      cells: cells([
        ['申请的原因', claim?.ground && groundSaid(claim.ground, claim.words)],
        ['同意', claim && `${fullDateWords(claim.at)}${claim.withdrawn ? '，后来撤回了' : ''}`],
        ...lines.map((line) => ['补贴', exportLine(line, now)] as const),
      ]),
    })),
  }),
  materials: (materials, _, now) => ({
    title: '培训领的材料',
    entries: materials.map(({ course, title, at }) => ({
      head: title,
      cells: [
        ['培训', course],
        ['领的时间', momentWords(at, now)],
      ],
    })),
  }),
  certificates: (papers, _, now) => ({
    title: '我的证明',
    entries: papers.map((paper) => ({
      head: text(paper.certificateNo),
      cells: cells([
        ['培训', text(paper.title)],
        ['谁结业', text(paper.name)],
        ['上了几课', typeof paper.attended === 'number' ? `${paper.attended} 课` : undefined],
        ['开具时间', moment(paper.issuedAt, now)],
        ['时长', typeof paper.minutes === 'number' ? durationWords(paper.minutes) : undefined],
        ['状态', paper.state === 'revoked' ? '已作废' : '有效'],
      ]),
    })),
  }),
  shifts: (shifts, _, now) => ({
    title: '志愿岗位',
    entries: shifts.map((shift) => ({
      head: [text(shift.title), text(shift.name)].filter(Boolean).join(' · '),
      cells: cells([
        ['时间', moment(shift.from, now)],
        ['服务了', typeof shift.minutes === 'number' ? durationWords(shift.minutes) : undefined],
      ]),
    })),
  }),
  hours: (lines, _, now) => ({
    title: '服务时长',
    entries: lines.map((line) => ({
      head: text(line.title),
      cells: cells([
        ['时长', typeof line.minutes === 'number' ? durationWords(line.minutes) : undefined],
        ['服务时间', moment(line.servedFrom, now)],
        ['编号', `${text(line._id) ?? ''}`],
      ]),
    })),
  }),
  notices: (notices, _, now) => ({
    title: '通知',
    entries: notices.map(({ at, title, text: said }) => ({
      head: title,
      cells: [[momentWords(at, now), said]],
    })),
  }),
  openings: (openings, _, now) => ({
    title: '谁看过我的信息',
    entries: openings.map((line) => ({
      cells: [[momentWords(line.at, now), `${accessTitle(line)}，${accessReason(line)}`]],
    })),
  }),
}

const birthWords = ({ day, calendar }: Birth): string => `${day}（${calendar === 'lunar' ? '农历' : '公历'}）`

const teamStates = new Map([
  ['applied', '申请中'],
  ['accepted', '队员'],
  ['declined', '没有通过'],
  ['left', '已退出'],
])

/** All parts in words, in the order of the page. An empty part stays and says that it is empty. */
export function readableParts(exported: Exported, names: Names): ReadablePart[] {
  const parts: Partial<Parts> = exported
  const inWords = <Name extends keyof Parts>(name: Name): ReadablePart[] => {
    const part: Parts[Name] | undefined = parts[name]
    return part === undefined ? [] : [writers[name](part, names, exported.exportedAt)]
  }
  return (Object.keys(writers) as (keyof Parts)[]).flatMap((name) => inWords(name))
}

function booking(each: Record<string, unknown>, now: number): ReadablePart['entries'][number] {
  const contact = each.contact as
    | { phone?: string; door?: string; needs?: string; destination?: string }
    | undefined
  const state = text(each.state)
  return {
    head: text(each.kindTitle) ?? '',
    cells: cells([
      ['时间', moment(each.windowFrom, now)],
      ['状态', state && (bookingStateText[state as keyof typeof bookingStateText] ?? state)],
      ['给谁', text(each.forName)],
      ['要做什么', text(each.description)],
      ['要当心', text(each.risks)],
      ['去哪里', contact?.destination],
      ['住址', contact?.door],
      ['电话', contact?.phone],
      ['家人要留意的', contact?.needs],
      ['志愿者', text(each.claimerName)],
      ['服务了', typeof each.minutes === 'number' ? durationWords(each.minutes) : undefined],
      ['评价', typeof each.stars === 'number' ? `${each.stars} 颗星` : undefined],
      ['评语', text(each.comment)],
    ]),
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
/** Questions and what was answered to them. */
const answered = (value: unknown): string | undefined =>
  Array.isArray(value)
    ? value.map((each: { title?: string; value?: string }) => `${each.title}：${each.value}`).join('；')
    : undefined
const moment = (value: unknown, now: number): string | undefined =>
  typeof value === 'number' ? momentWords(value, now) : undefined

/** The cells without those that have no value. */
const cells = (all: (readonly [string, string | undefined])[]): ReadableCell[] =>
  all.flatMap(([name, value]) => (value ? [[name, value] as const] : []))
