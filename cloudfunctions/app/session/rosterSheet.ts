import { ownTeams } from '#app/activity/running'
import { invalid, type MemberContext, no, yes } from '#app/call/context'
import { fileNameOf, workbook } from '#app/file/workbook'
import { recordOpening } from '#app/member/opening'
import { attendanceRows } from '#app/training/attendanceRows'
import { board } from '#app/training/board'
import type { RosterExported, RosterParty, SignupState, sessionExport } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import { wallClock } from '#contract/shared/wallClock'
import type { Session } from '#core/session/session'
import { isCourse } from '#core/training/course'
import { members, sessions } from '#store/collections'
import { doorRoster } from './door'

/** So many members are read, and openings written, at once. */
const atOnce = 20

const stateWords: Record<SignupState, string> = {
  confirmed: '报上了',
  waitlisted: '候补',
  offered: '给他留了名额',
  in_draw: '等抽签',
  withdrawn: '已退出',
  lapsed: '名额过期',
  cancelled: '场次取消',
}
const heads = ['序号', '姓名', '人数', '同行', '状态', '签到'] as const
const phoneHead = '电话'
const widths = [6, 14, 6, 30, 12, 14, 16]

/** The sheet lists whoever has a place, waits for one or walked in, and nobody who has left. */
const listed = ({ state }: RosterParty): boolean =>
  state === 'confirmed' || state === 'waitlisted' || state === 'offered' || state === 'in_draw'

function standing({ state, position, walkIn }: RosterParty): string {
  if (walkIn) return '现场来的'
  return position === undefined ? stateWords[state] : `${stateWords[state]}第 ${position} 位`
}

function came({ present, at, missed }: RosterParty): string {
  if (present) return at === undefined ? '到了' : `到了 ${wallClock(at).format('H:mm')}`
  return missed ? '没有到' : ''
}

/**
 * Makes an Excel workbook of a session's roster. Telephone numbers need a reason, and each opening is
 * recorded before anything is shown; a team's leader gets none.
 */
export async function exportRoster(
  context: MemberContext,
  { sessionId, lessonId, withPhone = false, reason }: Input<typeof sessionExport>,
): Promise<Answer<RosterExported>> {
  if (withPhone && reason === undefined) return invalid('reason', 'is needed to open telephone numbers')
  const session = await sessions.get(sessionId)
  if (withPhone && session && ownTeams(context) !== 'every') return no('forbidden')
  const opened = withPhone ? reason : undefined
  if (session && isCourse(session) && lessonId === undefined)
    return exportAttendance(context, session, opened)
  const found = await doorRoster(context, { sessionId, lessonId })
  if (!session || !found.ok) return no('not_found')
  const parties = found.data.parties.filter(listed)
  const phones = opened ? await openPhones(context, parties, opened) : undefined
  const rows = parties.map((party, index) => [
    index + 1,
    party.name,
    party.size,
    party.names.filter((name) => name !== party.name).join('、'),
    standing(party),
    came(party),
    ...(phones ? [phones.get(party.memberId) ?? ''] : []),
  ])
  const clock = wallClock(found.data.session.from)
  return yes({
    fileName: fileNameOf(session.title, `${clock.format('M月D日 HHmm')} 名单`),
    base64: await workbook('名单', [[...heads, ...(phones ? [phoneHead] : [])], ...rows], widths),
    parties: parties.length,
    ...(phones && { phones: [...phones].map(([memberId, phone]) => ({ memberId, phone })) }),
  })
}

/** The attendance table of a whole course. */
async function exportAttendance(
  context: MemberContext,
  { activityId, title }: Session,
  reason: string | undefined,
): Promise<Answer<RosterExported>> {
  const found = await board(context, { activityId })
  if (!found.ok) return found
  const trainees = found.data.rows
  const phones = reason ? await openPhones(context, trainees, reason) : undefined
  const phoneOf = ({ memberId }: { memberId: MemberId }) => phones?.get(memberId) ?? ''
  const { rows, widths: columns } = attendanceRows(found.data, phones && { head: phoneHead, of: phoneOf })
  return yes({
    fileName: fileNameOf(title, '签到表'),
    base64: await workbook('签到表', rows, columns),
    parties: trainees.length,
    ...(phones && { phones: [...phones].map(([memberId, phone]) => ({ memberId, phone })) }),
  })
}

/** Opens the numbers of members on the roster; a walk-in has given none. */
async function openPhones(
  context: MemberContext,
  parties: readonly Pick<RosterParty, 'memberId' | 'walkIn'>[],
  reason: string,
): Promise<Map<MemberId, string>> {
  const ids = parties.filter(({ walkIn }) => !walkIn).map(({ memberId }) => memberId)
  const phones = new Map<MemberId, string>()
  for (let begin = 0; begin < ids.length; begin += atOnce) {
    const some = ids.slice(begin, begin + atOnce)
    const found = await members.getMany(some)
    const known = found.flatMap(({ _id, phone }) => (phone === null ? [] : [{ _id, phone }]))
    await Promise.all(
      known.map(({ _id: subjectId }) =>
        recordOpening(context, {
          once: 'a command',
          of: [subjectId],
          subjectId,
          fields: ['phone'],
          reason,
          about: subjectId,
        }),
      ),
    )
    for (const { _id: id, phone } of known)
      phones.set(id, context.settings.sealing.open(phone, { collection: 'members', id, field: 'phone' }))
  }
  return phones
}
