import { when as whenAt } from '#app/activity/words'
import { noShowNotices } from '#app/booking/noShowNotices'
import { creditedWords, hourNotices } from '#app/hours/hourNotices'
import { placementNotices } from '#app/placement/placementNotices'
import { requestNotices } from '#app/request/requestNotices'
import { teamNotices } from '#app/team/teamNotices'
import { completionNotices } from '#app/training/completionNotices'
import type { Community } from '#contract/community'
import type { Role, Tier } from '#contract/member'
import type { MessageFacts } from '#contract/shared/message'
import { wallClock } from '#contract/shared/wallClock'
import type { NoticeKind } from '#core/notice/notice'
import type { Worth } from '#core/notice/worth'
import { worthRows } from '#core/notice/worthRows'
import type { NoticeDocument } from '#store/rows/notice'

/** A notice has a title, and a sentence that says what to do next. */
export interface NoticeText {
  title: string
  text: string
}

const when = (at: number | undefined): string => (at === undefined ? '' : whenAt(at))

const day = (at: number | undefined): string => (at === undefined ? '' : wallClock(at).format('M月D日'))

/** Words for what was done on another's behalf, by the two words of the operation. */
export const acts: { readonly [subject: string]: { readonly [verb: string]: string } } = {
  booking: {
    request: '预约了服务',
    cancel: '取消了预约',
    change: '改了预约的时间或内容',
    confirm: '确认了服务',
    object: '说了补记的服务不是这样',
    slip: '打印了预约纸条',
    release: '替您交还了任务',
    checkIn: '按纸条替您签了到',
    checkOut: '按纸条替您签了退',
    noShow: '说了对方没有来',
    appeal: '写了失约的说明',
  },
  team: { apply: '替您申请了入队', leave: '替您退了队' },
  placement: { interest: '报了招工，或者改了给不给用工单位电话', withdraw: '撤回了应聘' },
  guide: { apply: '先填好了一件要办的事' },
  hours: { certificate: '替您开了服务证明' },
  session: {
    signUp: '报名了活动',
    withdraw: '退了活动的报名',
    changeParty: '改了活动来的人',
    acceptOffer: '接受了活动的名额',
    declineOffer: '让出了活动的名额',
    checkIn: '在活动上签了到',
    appeal: '说明了没来的原因',
  },
  subsidy: { claim: '申请了交通补贴', withdrawClaim: '撤回了交通补贴的申请' },
  request: {
    file: '反映了问题',
    correct: '改了反映的内容',
    supplement: '补充了反映的问题',
    withdraw: '撤回了反映的问题',
    support: '对邻居反映的问题点了「我也要」',
    answer: '回答了办事人的问题',
    rate: '评价了办得怎么样',
    reopen: '请社区重新办理',
  },
  member: {
    consent: '记下了您的同意或撤回',
    close: '替您办了注销',
    keep: '替您撤销了注销',
    appointProxy: '按您的话请了代办人',
    dismissProxy: '按您的话取消了代办人',
    addDependent: '登记了照护的家人',
    changePhone: '改了您登记的手机号',
    editDependent: '改了照护的家人的情况',
    removeDependent: '去掉了照护的家人',
  },
}

/** The words for an operation done on another's behalf; undefined where nobody is told of it. */
export function actWordsOf(op: string): string | undefined {
  const [subject = '', verb = ''] = op.split('.')
  return acts[subject]?.[verb]
}
const actWords = (op: string | undefined): string => actWordsOf(op ?? '') ?? '办了一件事'

const roles: Record<Role, string> = {
  resident: '居民',
  volunteer: '志愿者',
  team_leader: '队长',
  coordinator: '妇女之家协调员',
  grid_worker: '网格员',
  officer: '工作人员',
  admin: '管理员',
}
const tierWords: Record<Tier, string> = {
  grid: '网格',
  community: '社区',
  subdistrict: '街道',
  district: '区',
}

/** `维修服务队的队长`: the title names the place, the note the role. */
function roleWords({ title, note }: NoticeDocument): string {
  const role = roles[note as Role] ?? note
  return title === undefined ? role : `${tierWords[title as Tier] ?? title}的${role}`
}

/** The notice around what a coordinator says to a session's parties. */
export const toldAround = ({
  title,
  windowFrom,
  who,
}: Pick<NoticeDocument, 'title' | 'windowFrom' | 'who'>) => ({
  title: '活动有句话告诉您',
  before: `关于${when(windowFrom)}的「${title}」，${who}有句话请您看：`,
  after: '。',
})

type Writer = (notice: NoticeDocument) => NoticeText

const writers: Record<NoticeKind, Writer> = {
  ...requestNotices,
  ...hourNotices,
  ...completionNotices,
  ...noShowNotices,
  ...teamNotices,
  ...placementNotices,
  booking_claimed: (n) => ({
    title: '有志愿者认领了',
    text: `${n.who}认领了您的「${n.title}」，${when(n.windowFrom)} 来。到时请打开签到码给志愿者看。`,
  }),
  booking_released: (n) => ({
    title: '志愿者来不了',
    text: `${n.who}来不了了（${n.note}）。您的「${n.title}」已经重新挂出，有人认领会告诉您。`,
  }),
  booking_cancelled: (n) => ({
    title: '居民取消了预约',
    text: `${when(n.windowFrom)}的「${n.title}」取消了（${n.note}），您不用去了。`,
  }),
  booking_moved: (n) => ({
    title: '居民改了时间',
    text: `您认领的「${n.title}」改到了${when(n.windowFrom)}，原来的时间不用去了，也不算您交还。新的时间来得了，请打开再认领一次。`,
  }),
  booking_changed: (n) => ({
    title: '居民改了预约内容',
    text: `您认领的${when(n.windowFrom)}的「${n.title}」，居民改了内容。请打开看看；来不了的话，请早点交还。`,
  }),
  booking_checked_in: (n) => ({
    title: '志愿者到了',
    text: `${n.who}已签到，「${n.title}」开始了。做完后请再打开一次签到码。`,
  }),
  booking_done: (n) => ({
    title: '请您确认服务',
    text: `「${n.title}」做完了，一共 ${n.minutes} 分钟。请打开预约，评几颗星；一直没有回音，到时会自动确认。`,
  }),
  booking_closed: (n) => ({
    title: '志愿者忘了签退',
    text: `「${n.title}」没有签退，先按约好的结束时间算 ${n.minutes} 分钟，队长核定后才记入。做了多久，请您打开预约说一说、评几颗星。`,
  }),
  booking_confirmed: (n) => ({
    title: '服务时长已记入',
    text: `「${n.title}」已确认，${creditedWords(n)}。谢谢您！`,
  }),
  booking_expired: (n) => ({
    title: '预约过期了',
    text: `${when(n.windowFrom)}的「${n.title}」过了时间还没有办成。还需要的话请重新预约，急事请打社区电话。`,
  }),
  booking_hand_missing: (n) => ({
    title: '两位没有凑齐',
    text: `${when(n.windowFrom)}的「${n.title}」要两位帮忙，过了时间还有一位没有来。一位也没有来、还需要的话，请重新预约；急事请打社区电话。`,
  }),
  series_claimed: (n) => ({
    title: '每周都有人来了',
    text: `${n.who}认领了您每周的「${n.title}」，从${when(n.windowFrom)} 起。哪几次来，打开预约就能看到。`,
  }),
  series_released: (n) => ({
    title: '志愿者以后来不了',
    text: `从${when(n.windowFrom)} 起，${n.who}来不了每周的「${n.title}」了（${n.note}）。这几次已经重新挂出，有人认领会告诉您。`,
  }),
  series_cancelled: (n) => ({
    title: '居民取消了每周的预约',
    text: `从${when(n.windowFrom)} 起，每周的「${n.title}」取消了（${n.note}），您不用去了。在这之前的不变。`,
  }),
  booking_missed: (n) => ({
    title: '认领的任务关闭了',
    text: `${when(n.windowFrom)}的「${n.title}」过了时间没有签到，已经关闭。去过的话，请联系队长核对。`,
  }),
  booking_at_risk: (n) => ({
    title: '有预约还没人认领',
    text: `${when(n.windowFrom)}的「${n.title}」一直没人认领。请打开看看，请人帮忙，或者派一位去。`,
  }),
  booking_at_risk_grid: (n) => ({
    title: '您网格的预约没人认领',
    text: `${when(n.windowFrom)}的「${n.title}」还没有人认领，队长也知道了。请问问居民，看怎么安排。`,
  }),
  booking_invited: (n) => ({
    title: '队长想请您帮忙',
    text: `${n.who ?? '队长'}想请您做${when(n.windowFrom)}的「${n.title}」。能去的话，请打开认领；去不了，不用管它。`,
  }),
  booking_offered: (n) => ({
    title: '有一单想请您帮忙',
    text: `${when(n.windowFrom)}的「${n.title}」原来的志愿者来不了了。能去的话，请打开认领；先到先得。`,
  }),
  booking_dispatched: (n) => ({
    title: '队长派您去一单',
    text: `${n.who ?? '队长'}请您去做${when(n.windowFrom)}的「${n.title}」，已经替您认领。去不了，请打开点「我来不了」。`,
  }),
  booking_forgotten: (n) => ({
    title: '有人忘了签退',
    text: `${n.who}做「${n.title}」没有签退，先按约好的结束时间算 ${n.minutes} 分钟，还没有记入。请问清楚后核定。`,
  }),
  booking_overrun: (n) => ({
    title: '服务比约好的长得多',
    text: `${n.who}做「${n.title}」一共 ${n.minutes} 分钟，比约好的长得多，还没有记入。居民确认或者您核定以后才记，请问清楚。`,
  }),
  booking_overrun_for: (n) => ({
    title: '请您确认服务',
    text: `「${n.title}」一共 ${n.minutes} 分钟，比约好的长得多。真做了这么久，请打开预约确认；不对，请打电话告诉队长或社区。没有回音不会记入。`,
  }),
  booking_related: (n) => ({
    title: '家人之间的服务等您核定',
    text: `${n.who}做「${n.title}」一共 ${n.minutes} 分钟。他和居民是一家人，或者互相代办，要您核定后才记入。请问清楚。`,
  }),
  booking_related_for: (n) => ({
    title: '请您评价服务',
    text: `「${n.title}」做完了，一共 ${n.minutes} 分钟。请打开预约，评几颗星。您和志愿者是一家人，或者互相代办，队长核定后才记入。`,
  }),
  booking_came: (n) => ({
    title: '志愿者已经到了',
    text: `「${n.title}」取消或退回之前，${n.who}已经签到，当时没有网络，现在才送到。这次服务接着办，做完请您确认。没有人来过的话，请打电话告诉队长或社区。`,
  }),
  booking_resumed: (n) => ({
    title: '取消过的服务等确认',
    text: `${n.who}做「${n.title}」一共 ${n.minutes} 分钟。他签到以后，这一单取消或退回过，签到后来才送到，还没有记入。居民确认或者您核定以后才记，请问清楚。`,
  }),
  booking_resumed_for: (n) => ({
    title: '请您确认服务',
    text: `「${n.title}」做完了，一共 ${n.minutes} 分钟。这一单取消或退回过，所以要您说一句：来做过，请打开预约确认；没有来过，请打电话告诉队长或社区。没有回音不会记入。`,
  }),
  claim_proved: (n) => ({
    title: '退回的一单有了签到凭证',
    text: `${n.who}认领过${when(n.windowFrom)}的「${n.title}」，后来退回了。他那时已经到了，没有网络，签到签退现在才送到。请打开看时间，问清楚；做过的话，请协调员补记时长。`,
  }),
  booking_settled: (n) => ({
    title: '服务时长核定了',
    text: `${n.who ?? '队长'}核定了「${n.title}」的时长（${n.note}），${n.overlap || n.minutes ? creditedWords(n) : '没有记时长'}。不对的话，请联系队长。`,
  }),
  booking_settled_for: (n) => ({
    title: '服务时长核定了',
    text: `志愿者做「${n.title}」的时长，${n.who ?? '队长'}核定为 ${n.minutes} 分钟（${n.note}）。不对的话，请打社区电话。`,
  }),
  booking_worded: (n) => ({
    title: '补记了您的服务',
    text: `您做的「${n.title}」没有签到，队长们补记了 ${n.minutes} 分钟（${n.note}）。居民说过没问题，或者几天里没有不同意见，就记进您的时长账。`,
  }),
  booking_worded_for: (n) => ({
    title: '请您看看这次服务',
    text: `${n.who}来做过「${n.title}」，没有签到，补记 ${n.minutes} 分钟（${n.note}）。是这样，请打开预约评几颗星；不是，请点「不是这样」。没有回音，过几天就算数。`,
  }),
  booking_objected: (n) => ({
    title: '居民对补记有不同意见',
    text: `${n.who}做「${n.title}」补记的 ${n.minutes} 分钟，居民说不是这样，还没有记入。请没有提过、没有复核过的队长或管理员问清楚后核定。`,
  }),
  codes_guessed: (n) => ({
    title: '签到码多次输错',
    text: `${n.who}给「${n.title}」输签到码，输错太多，先停一会儿。请打电话问问居民和志愿者，人到了没有。`,
  }),
  session_codes_guessed: (n) => ({
    title: '签到码多次输错',
    text: `${n.who}给${when(n.windowFrom)}的「${n.title}」输签到码，输错太多，先停一会儿。请看看人到了没有，需要的话在名单里点签到。`,
  }),
  lookups_stopped: (n) => ({
    title: '查看居民信息太多',
    text: `${n.who}今天查看居民信息的次数到了上限，系统已经暂停。请问一问是什么事；看过谁，居民自己都能看到。`,
  }),
  many_releases: (n) => ({
    title: '有人多次放弃认领',
    text: `${n.who}今天认领了又放弃，已经好几次。请问一问有什么难处；每次认领都看得到门牌，居民也看得到记录。`,
  }),
  session_missed: (n) => ({
    title: '活动没有签到',
    text: `${when(n.windowFrom)}的「${n.title}」没有看到您签到，先记为缺席。来过的话，请打开活动写一句说明，或打社区电话。`,
  }),
  session_appealed: (n) => ({
    title: '有人说他来过',
    text: `${n.who}没有${when(n.windowFrom)}的「${n.title}」的签到，说：「${n.note}」。真的来过，请在名单里补上签到。`,
  }),
  session_proved: (n) => ({
    title: '有人没有网络时签过到',
    text: `${n.who}给${when(n.windowFrom)}的「${n.title}」签过到，当时没有网络，现在才送到；名单上记的是没有到。请打开名单看时间，人到了就点「到了」。`,
  }),
  shift_withdrawn: (n) => ({
    title: '有志愿者来不了',
    text: `${n.who}退出了${when(n.windowFrom)}的「${n.title}」，这个岗位又空出来了，请看看要不要再找人。`,
  }),
  shift_moved: (n) => ({
    title: '岗位时间有变',
    text: `您答应帮忙的「${n.title}」${n.note ? `有变动：${n.note}` : `改到${when(n.windowFrom)}`}。来不了的话，请在开始前退出岗位，好再找人。`,
  }),
  shift_changed: (n) => ({
    title: '您帮忙的活动有变动',
    text: `您答应帮忙的「${n.title}」有变动：${n.note}。来不了的话，请在开始前退出岗位，好再找人。`,
  }),
  shift_clash: (n) => ({
    title: '两件事撞在一起了',
    text: `「${n.title}」改到${when(n.windowFrom)}，和您答应的「${n.note}」撞在一起。两件只能去一件，请把去不了的那件尽早退掉。`,
  }),
  shift_clash_of: (n) => ({
    title: '有志愿者时间冲突',
    text: `「${n.title}」改到${when(n.windowFrom)}，${n.who}那时已经答应了「${n.note}」，可能来不了。请问一问，看要不要再找人。`,
  }),
  shift_cancelled: (n) => ({
    title: '岗位取消了',
    text: `${when(n.windowFrom)}的「${n.title}」取消了，您不用去了。`,
  }),
  shift_closed: (n) => ({
    title: '志愿者忘了签退',
    text: `${n.who}在「${n.title}」没有签退，先按约好的结束时间记 ${n.minutes} 分钟。对不对，请您核对后确认。`,
  }),
  shift_overrun: (n) => ({
    title: '服务比岗位长得多',
    text: `${n.who}在「${n.title}」一共 ${n.minutes} 分钟，比岗位的时间长得多。对不对，请您核对后，点他的名字确认；没有人确认就不会记入。`,
  }),
  shift_own: (n) => ({
    title: '有一个岗位等您确认',
    text: `${n.who}在「${n.title}」一共 ${n.minutes} 分钟。他自己看得到签到码，要别人点他的名字确认才记入。请核对后确认。`,
  }),
  shift_resumed: (n) => ({
    title: '取消的岗位有人到过',
    text: `「${n.title}」取消之前，${n.who}已经签到，当时没有网络，后来才送到，一共 ${n.minutes} 分钟。请核对后，点他的名字确认；没有人确认就不会记入。`,
  }),
  shift_missed: (n) => ({
    title: '岗位没有签到',
    text: `${when(n.windowFrom)}的「${n.title}」没有签到，记为缺席。去过的话，请联系协调员核对。`,
  }),
  shift_added: (n) => ({
    title: '给您加了一个志愿岗位',
    text: `${n.who}把您加进了${when(n.windowFrom)}的「${n.title}」。来不了的话，请在开始前退出岗位，好再找人。`,
  }),
  shift_worded: (n) => ({
    title: '补记了您的服务时长',
    text: `您在「${n.title}」没有签到，两位负责人替您补记（${n.note}），${creditedWords(n)}。不对的话，请告诉队长。`,
  }),
  shift_credited: (n) => ({
    title: '服务时长已记入',
    text: `「${n.title}」已确认，${creditedWords(n)}。谢谢您！`,
  }),
  member_verified: (n) => ({
    title: '登记通过了',
    text:
      n.note === 'staff'
        ? '您的工作人员登记已经核对通过。管理员授予身份以后，您就能办事了。'
        : '您的居民登记已经核对通过，现在可以预约服务了。',
  }),
  member_rejected: (n) => ({
    title: '登记没有通过',
    text: `您的居民登记没有通过${n.note ? `：${n.note}` : ''}。请在「我的」里改好重新登记，或打社区电话问一问。`,
  }),
  role_granted: (n) => ({
    title: '您有了新的身份',
    text: `${n.who ?? '社区'}请您担任${roleWords(n)}。从现在起，「我的」里会多出办事的入口。如果不是您的意思，请打社区电话。`,
  }),
  role_revoked: (n) => ({
    title: '您的一个身份结束了',
    text: `${n.who ?? '社区'}收回了您的${roleWords(n)}身份。您的预约和时长都还在。有疑问请打社区电话。`,
  }),
  adopted: (n) => ({
    title: '纸面档案合到您的微信了',
    text: `认领码是${n.who}给的。您的预约、报名和时长都在「我的」里。如果不是您本人办的，请马上打社区电话。`,
  }),
  adopted_by: (n) => ({
    title: '纸面档案有人认领了',
    text: `${n.who}的纸面档案，已经凭认领码合到一个微信上。如果不是本人在窗口办的，请马上查一查。`,
  }),
  member_closing: (n) => ({
    title: '账号正在注销',
    text: `您的账号${day(n.windowFrom)}注销，到时个人信息全部删除。改了主意，请在这之前到「我的 - 账号」里撤销。`,
  }),
  move_waiting: () => ({
    title: '新住处、新姓名正在核对',
    text: '网格员会核对您改的住处或姓名。核对好以前，已经约好、认领好的照常，新的先不能约；核对好会告诉您。',
  }),
  move_arrived: (n) => ({
    title: '有居民改了住处或姓名',
    text: `${n.who}改了登记的住处或姓名，现在归您的网格。请到「居民登记」里核对。`,
  }),
  move_confirmed: () => ({
    title: '住处、姓名改好了',
    text: '要改的住处或姓名已经核对通过，可以照常使用。以前约好的，地点不变；要换地点请重新预约。',
  }),
  move_declined: (n) => ({
    title: '住处、姓名没有改成',
    text: `要改的住处或姓名没有核对通过${n.note ? `：${n.note}` : ''}。登记的还是原来的，可以照常使用；有疑问请打社区电话。`,
  }),
  home_asked: (n) => ({
    title: '有人替您改住处或姓名',
    text: `${n.who}替您提出改登记的住处或姓名。登记的还没有变，请到「我的」看清楚，点「同意」或者「不同意」。`,
  }),
  home_asked_for: (n) => ({
    title: '替人改的，要等同意',
    text: `您替${n.who}提出改登记的住处或姓名，已经告诉对方。对方同意，或者另一位网格员核对通过，才会改。`,
  }),
  home_asked_arrived: (n) => ({
    title: '有人替居民改住处或姓名',
    text: `${n.who}替一位居民提出改登记的住处或姓名。请到「居民登记」里核对，最好先问问居民本人。`,
  }),
  home_agreed: (n) => ({
    title: '替人改的有回音了',
    text: `您替${n.who}提出改的住处或姓名，对方同意了，或者网格员核对通过了。`,
  }),
  home_not_agreed: (n) => ({
    title: '替人改的没有改',
    text: `您替${n.who}提出改的住处或姓名没有改${n.note ? `：${n.note}` : ''}。登记的还是原来的，请和对方说一说。`,
  }),
  proxy_appointed: (n) => ({
    title: '有人请您代办',
    text: `${n.who}请您代办。您愿意的话，请到「我的」→「代办」里点「同意」；七天没有回音就作罢。不认识对方，请点「不同意」。`,
  }),
  proxy_accepted: (n) => ({
    title: '代办人同意了',
    text: `${n.who}同意替您代办了，可以替您预约服务，每次代办两边都有记录。要是认错了人，请到「代办」里取消。`,
  }),
  proxy_refused: (n) => ({
    title: '对方没有同意代办',
    text: `${n.who}这次没有同意替您代办。请另请一位，或者打社区电话。`,
  }),
  proxy_lapsed: (n) => ({
    title: '请人代办没有回音',
    text: `${n.who}一直没有回音，这次请代办作罢了。还需要的话，请当面问问，再请一次。`,
  }),
  proxy_dismissed: (n) => ({ title: '代办结束了', text: `${n.who}不再请您代办。` }),
  proxy_left: (n) => ({
    title: '代办人不能再代办了',
    text: `${n.who}不再替您代办。需要的话，请在「代办」里另请一位，或者打社区电话。`,
  }),
  guardian_asked: (n) => ({
    title: '请您同意孩子当志愿者',
    text: `${n.who}想当志愿者，说您是${n.note}。未满 18 周岁要监护人同意，请到「我的」→「我照护的家人」→「监护人同意」里答复。不认识的话，请选不同意。`,
  }),
  guardian_recorded: (n) => ({
    title: '监护人的同意书收到了',
    text: `社区收到了您监护人（${n.note}）的纸质同意书，已经登记。队长通过以后，就可以认领任务。不对的话，请打社区电话。`,
  }),
  guardian_record_ended: (n) => ({
    title: '监护人撤回了同意',
    text: `您的监护人（${n.note}）撤回了同意，社区已经登记，您认领的任务放回了大厅。监护人再同意以后，就能继续。`,
  }),
  guardian_gave: (n) => ({
    title: '监护人同意了',
    text: `${n.who}（${n.note}）同意您当志愿者了。队长通过以后，就可以认领任务。`,
  }),
  guardian_word: (n) => ({
    title: '您同意了孩子当志愿者',
    text: `您同意了${n.who}当志愿者，已经记下。想撤回，随时到「我的」→「我照护的家人」→「监护人同意」。`,
  }),
  guardian_declined: (n) => ({
    title: '监护人没有同意',
    text: `${n.who}这次没有同意。请和家里人商量，也可以请别的监护人。`,
  }),
  guardian_withdrew: (n) => ({
    title: '监护人撤回了同意',
    text: `${n.who}（${n.note}）撤回了同意，您认领的任务已经放回大厅。监护人再同意以后，就能继续。`,
  }),
  guardian_withdrawn: (n) => ({
    title: '您撤回了同意',
    text: `${n.who}暂时不能再认领任务，已经认领的放回了大厅。您随时可以再同意。`,
  }),
  acted_for_you: (n) => ({
    title: '有人替您办了事',
    text: `${n.who}替您${actWords(n.note)}。如果不是您的意思，请取消代办，或打社区电话。`,
  }),
  acted_for: (n) => ({ title: '代办记录', text: `您替${n.who}${actWords(n.note)}，已经告诉对方。` }),
  signed_up: (n) => ({
    title: '报名成功',
    text: `「${n.title}」已经报上名，${when(n.windowFrom)} 开始。来不了，请早点点「我不去了」，好让给排队的人。`,
  }),
  place_offered: (n) => ({
    title: '轮到您了',
    text: `「${n.title}」有名额了，给您留到${when(n.until)}。请打开活动，点「要去，确认名额」；不去也请点一下让出。`,
  }),
  place_lapsed: (n) => ({
    title: '名额没有留住',
    text: `「${n.title}」给您留的名额过了时间，已经让给后面的人。还想去，可以再报名排队。`,
  }),
  draw_won: (n) => ({
    title: '抽中了',
    text: `「${n.title}」抽签结果出来了，您抽中了，${when(n.windowFrom)} 开始。来不了，请早点点「我不去了」。`,
  }),
  draw_lost: (n) => ({
    title: '这次没有抽中',
    text: `「${n.title}」抽签结果出来了，您这次没有抽中，已经按抽签的次序排进候补。有人退出会告诉您。`,
  }),
  activity_changed: (n) => ({
    title: '活动有变动',
    text: `您报名的「${n.title}」有变动：${n.note}。来不了的话，请点「我不去了」，把名额让给别人。`,
  }),
  activity_told: (n) => {
    const { title, before, after } = toldAround(n)
    return { title, text: `${before}${n.note}${after}` }
  },
  activity_cancelled: (n) => ({
    title: '活动取消了',
    text: `${when(n.windowFrom)}的「${n.title}」取消了（${n.note}），您不用去了。`,
  }),
  activity_invited: (n) => ({
    title: '请您来参加活动',
    text: `${n.who}请您参加${when(n.windowFrom)}的「${n.title}」。想来的话，请打开活动报名。`,
  }),
  activity_tomorrow: (n) => ({
    title: '活动快到了',
    text: `您报名的「${n.title}」在${when(n.windowFrom)}，地点：${n.note}。来不了的话，请早点点「我不去了」，把名额让给别人。`,
  }),
  activity_soon: (n) => ({
    title: '活动就要开始了',
    text: `「${n.title}」${when(n.windowFrom)} 开始，地点：${n.note}。到了请签到。`,
  }),
  lesson_tomorrow: (n) => ({
    title: '明天有课',
    text: `「${n.title}」${when(n.windowFrom)} 上课，地点：${n.note}。到了请签到；来不了，请提前给社区打个电话。`,
  }),
  course_place_passed: (n) => ({
    title: '名额让给别人了',
    text: `「${n.title}」头几课都没有看到您，您的名额让给了后面排队的人。来过的话，请打社区电话说一声。`,
  }),
  subsidy_paid: (n) => ({
    title: '交通补贴发了',
    text: `「${n.title}」的交通补贴，社区记了已经发给您。收到了，请打开培训点「收到了」；没有收到，请打社区电话。`,
  }),
  subsidy_corrected: (n) => ({
    title: '交通补贴要更正',
    text: `「${n.title}」的出勤改过以后，给您的交通补贴多算了。请打开培训看看要退多少，有疑问请打社区电话。`,
  }),
  subsidy_reversed: (n) => ({
    title: '有一笔交通补贴冲销了',
    text: `「${n.title}」的一笔交通补贴，${n.who}冲销了：${n.note}。有疑问请打社区电话。`,
  }),
  bulletin_urgent: (n) => ({
    title: '社区有要紧的公告',
    text: `「${n.title}」。请打开看看全文，看过告诉家里人。`,
  }),
  messages_refused: (n) => ({
    title: '微信提醒发不出去',
    text: `「${n.title ?? '一种'}」的微信提醒被微信退回了。请到「社区资料」→「消息模板」里核对。一天之内改好，会接着发。`,
  }),
  activity_over: (n) => ({
    title: '活动怎么样？',
    text: `谢谢您来「${n.title}」。请打开活动，点几颗星、按一下发送，帮我们下次办得更好。`,
  }),
}

/** Stands as the reason where a volunteer who left the team gave a booking back. */
export const leftTeamNote = '已离开服务队'
/** Stands as the reason where a volunteer's licence was taken back; the requester need not know that. */
export const licenceGoneNote = '暂时不能做这项服务'
/** Stands as the reason where a certificate is revoked because one of its lines was reversed. */
export const reversedNote = '其中一笔时长被更正'
/** Stands as the reason for whatever ends because somebody closes their account. */
export const closingNote = '不再使用邻里守望了'
/** Stands as the reason where a resident withdrew a consent; the volunteer need not know that. */
export const withdrawnNote = '居民不再需要了'
/** Stands in place of the name of somebody whose account is closed. */
export const closedName = '已注销的居民'
/** Stands in place of what somebody wrote whose account is closed. */
export const erasedWords = '（已随账号注销删除）'
/** Stands as the reason where a guardian withdrew; the requester need not know that. */
export const pausedNote = '暂时不能参加服务'

/** Writes a notice. Words that people wrote may end in a full stop, so a second one is removed. */
export const noticeText: Writer = (notice) => {
  const { title, text } = writers[notice.kind](notice)
  return { title, text: text.replaceAll(/(?<=[。！？…])。/g, '') }
}

/** What happened, in five characters. */
const shortOf: Record<Worth, string> = {
  offer: '轮到您了',
  cancelled: '已取消',
  moved: '有变动',
  asked: '请您看看',
  resolved: '有结果了',
  reminder: '快到了',
  again: '快到了',
}
/** What the reader of a message does next. */
const openedTip = '请打开小程序看一看'

/** What a message about a notice can say. Nobody's name and nobody's words are in it. */
/** Of these the title names a team or a tier by its key, which the sentence puts into words. */
const titledByKey: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  'team_applied',
  'team_accepted',
  'team_declined',
  'role_granted',
  'role_revoked',
])

export function messageFacts(
  notice: NoticeDocument,
  { name, phone }: Pick<Community, 'name' | 'phone'>,
): MessageFacts {
  const { title: what } = noticeText(notice)
  const {
    kind,
    title,
    windowFrom,
    until,
    at,
    bookingId,
    requestId,
    activityId,
    vacancyId,
    publicationId,
    _id,
  } = notice
  const when = windowFrom ?? at
  const worth = worthRows[kind].message?.worth ?? 'resolved'
  return {
    ...{
      matter: titledByKey.has(kind) ? what : (title ?? what),
      what,
      short: shortOf[worth],
      when,
      until: until ?? when,
    },
    ...{ from: name, phone, tip: openedTip },
    reference: bookingId ?? requestId ?? activityId ?? vacancyId ?? publicationId ?? _id,
  }
}
