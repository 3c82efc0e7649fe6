import fc from 'fast-check'
import type { Exported } from '#contract/account'
import { escapeHtml, readablePage } from '#features/account/readablePage'
import { type Names, readableParts } from '#text/account/export'

const names: Names = { grid: () => '第一网格', estate: () => '火柴新村', team: () => '维修服务队' }
const at = Date.parse('2026-11-25T09:00:00+08:00')
const exported: Exported = {
  exportedAt: at,
  member: {
    memberId: 'm_wang',
    name: '王奶奶',
    state: 'verified',
    registeredAt: at,
    phone: '+8613900000001',
    birth: { day: '1944-02-29', calendar: 'lunar' },
    door: '火柴新村 8栋 27-1',
    gridId: 'grid1',
    estateId: 'huochai',
    roles: [{ role: 'resident' }],
    volunteerNo: 'TBK-3071-4625',
    licences: [{ licence: '电工证', validUntil: '2030-01-01' }],
    consents: [{ kind: 'service', version: '2026-11', given: true, at }],
    history: [],
  },
  dependents: [{ name: '老李', relation: '老伴', needs: '上下楼要扶', consentNote: '当面说好' }],
  guardians: {
    needed: false,
    wards: [{ memberId: 'm_b', name: '小宝', relation: '奶奶', state: 'given', at }],
  },
  placements: [
    {
      ...{ vacancyId: 'vac_1', title: '保洁员', firm: '清清家政', state: 'invited', since: at },
      consent: { firm: '清清家政', until: at },
    },
  ],
  shifts: [{ title: '重阳节', name: '签到引导', from: at, minutes: 60 }],
  proxies: [{ memberId: 'm_z', name: '郑大姐', since: at }],
  actsFor: [],
  teams: [{ teamId: 'repair', state: 'accepted', skills: ['水电'], since: at }],
  bookings: [
    {
      kindTitle: '水管漏水',
      state: 'confirmed',
      windowFrom: at,
      description: '漏水 <script>alert(1)</script> & "快"',
      contact: { door: '火柴新村 8栋 27-1', phone: '+8613900000001' },
      minutes: 65,
      stars: 5,
    },
  ],
  requests: [
    {
      categoryTitle: '车棚',
      state: 'filed',
      filedAt: at,
      description: '车没处停',
      forResident: { name: '钱婆婆', phone: '13900000002' },
    },
  ],
  supported: [{ requestId: 'r_other', at }],
  assented: [{ publicationId: 'pub_1', edition: 2 }],
  signups: [
    {
      ...{ sessionId: 's_1', activityId: 'a_1', title: '腊八节', place: '活动室', from: at, to: at },
      session: 'open',
      mine: { state: 'confirmed', size: 2, party: ['王奶奶', '老李'] },
    },
  ],
  subsidies: [
    {
      ...{ activityId: 'a_2', title: '家政培训', rateFen: 1000, per: 'lesson', owedFen: 1000, paidFen: 0 },
      groundDays: 90,
      claim: { at, ground: 'other', words: '家在山上' },
      lines: [
        { lineId: 'l', memberId: 'm_wang', name: '王奶奶', fen: 1000, state: 'owed', at, drawnBy: '赵姐' },
      ],
    },
  ],
  materials: [{ course: '家政培训', title: '围裙', at }],
  certificates: [{ certificateNo: 'C-1', issuedAt: at, minutes: 40, state: 'valid' }],
  claimed: [],
  noShows: [
    {
      claim: 1,
      side: 'claimer',
      accusedName: '李师傅',
      saidByName: '王奶奶',
      saidAt: at,
      note: '等了很久没有来',
      state: 'lifted',
      own: 'said',
      bookingId: 'b_1',
      kindTitle: '水管漏水',
      windowFrom: at,
    },
  ],
  hours: [{ _id: 'm_wang:1', title: '换灯泡', minutes: 40, servedFrom: at }],
  notices: [{ at, title: '登记通过了', text: '可以预约了。' }],
  openings: [{ at, viewerName: '李师傅', fields: ['phone'], reason: 'booking_claimed' }],
  cutAt: 500,
}

describe('The readable page of an export', () => {
  const page = readablePage(readableParts(exported, names), '2026年11月25日', 500)
  const words = page.replace(/<style>.*<\/style>/s, '').replace(/<[^>]+>/g, ' ')

  it.each([
    ['who one is', '王奶奶'],
    ['the birthday with its calendar', '1944-02-29（农历）'],
    ['the door', '火柴新村 8栋 27-1'],
    ['a volunteer number', 'TBK-3071-4625'],
    ['a relative’s needs', '上下楼要扶'],
    ['a team by its name', '维修服务队'],
    ['a booking with its state', '已完成'],
    ['hours in words', '1 小时 5 分钟'],
    ['a notice', '可以预约了。'],
    ['a request, and for whom it was filed', '钱婆婆 13900000002'],
    ['a sign-up with its party', '王奶奶、老李'],
    ['a certificate', 'C-1'],
    ['who looked', '李师傅看了您的电话'],
    ['that there is nothing', '没有'],
  ])('says %s', (_, said) => {
    expect(words).toContain(said)
  })

  it('holds no script and fetches nothing', () => {
    expect(page).not.toMatch(/<script|https?:|<link|<img|src=|@import|url\(/i)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;快&quot;')
  })

  it('makes no tag of anything a person wrote', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', '老', '/') }),
        (wrote) => {
          const within = escapeHtml(wrote)
          expect(within).not.toMatch(/[<>"']/)
          expect(within.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
          const shown = readablePage(
            [{ title: wrote, entries: [{ head: wrote, cells: [[wrote, wrote]] }] }],
            '',
            1,
          )
          expect(shown.match(/<[a-z!/][^>]*>/g)?.length).toBe(
            readablePage([{ title: '', entries: [{ head: 'x', cells: [['', '']] }] }], '', 1).match(
              /<[a-z!/][^>]*>/g,
            )?.length,
          )
        },
      ),
    )
  })
})
