import type { RequestNoticeKind } from '#core/notice/notice'
import type { NoticeDocument } from '#store/rows/notice'

type Writer = (notice: NoticeDocument) => { title: string; text: string }

const because = (note: string | undefined): string => (note ? `：${note}` : '')

/** Notices about requests, for whoever filed or supports one and for the workers of a tier. */
export const requestNotices: Record<RequestNoticeKind, Writer> = {
  request_arrived: (n) => ({
    title: '有新的诉求',
    text: `有一件「${n.title}」诉求等您受理${because(n.note)}。请到「诉求办理」里看看。`,
  }),
  request_arrived_overdue: (n) => ({
    title: '超时诉求转到您这里',
    text: `一件「${n.title}」诉求在下一级超过了时限，自动转到您这一级。请尽快受理。`,
  }),
  request_accepted: (n) => ({
    title: '反映的问题受理了',
    text: `您反映的「${n.title}」已经受理。打开就能看到什么时候办好，有进展会告诉您。`,
  }),
  request_assigned: (n) => ({
    title: '反映的问题有人办了',
    text: `您反映的「${n.title}」已经安排专人办理。`,
  }),
  request_assigned_you: (n) => ({
    title: '请您办一件诉求',
    text: `一件「${n.title}」诉求安排给您办理。请打开看看时限。`,
  }),
  request_progressed: (n) => ({
    title: '反映的问题有进展',
    text: `您反映的「${n.title}」有了进展${because(n.note)}。`,
  }),
  request_asked: (n) => ({
    title: '请您补充说明',
    text: `关于「${n.title}」，工作人员想问您${because(n.note)}。请打开回答，回答以前办理时间先不算。`,
  }),
  request_answered: (n) => ({
    title: '居民回答了',
    text: `「${n.title}」的居民回答了您的问题${because(n.note)}。办理时限接着算。`,
  }),
  request_unanswered: (n) => ({
    title: '居民一直没有回答',
    text: `「${n.title}」的居民没有回答，办理时限接着算了。请您打电话问一问。`,
  }),
  request_extended: (n) => ({
    title: '办理时间延长了',
    text: `您反映的「${n.title}」需要多一些时间${because(n.note)}。打开就能看到新的时间。`,
  }),
  extension_asked: (n) => ({
    title: '下一级申请延期',
    text: `一件「${n.title}」诉求申请延长办理时间${because(n.note)}。请您批准，或者接过来办。`,
  }),
  extension_approved: (n) => ({
    title: '延期批准了',
    text: `「${n.title}」诉求的延期批准了。请按新的时限办理。`,
  }),
  request_escalated: (n) => ({
    title: '转到上一级办理',
    text: `您反映的「${n.title}」转到上一级办理${because(n.note)}。`,
  }),
  request_escalated_overdue: (n) => ({
    title: '没有按时办完，已转到上一级',
    text: `您反映的「${n.title}」没有按时办完，系统已经自动转到上一级。`,
  }),
  request_left_overdue: (n) => ({
    title: '诉求超时转走了',
    text: `一件「${n.title}」诉求超过了时限，已经自动转到上一级。请留意结果。`,
  }),
  request_overdue: (n) => ({
    title: '还没有办完',
    text: `您反映的「${n.title}」还没有办完，已经提醒区里。着急的话请打社区电话。`,
  }),
  request_overdue_here: (n) => ({
    title: '诉求已经超时',
    text: `一件「${n.title}」诉求超过了时限，请马上办理。`,
  }),
  request_taken_over: (n) => ({
    title: '上一级接过去办了',
    text: `您反映的「${n.title}」由上一级接过去办理${because(n.note)}。`,
  }),
  request_left: (n) => ({
    title: '上一级接走了诉求',
    text: `「${n.title}」诉求由上一级接办了${because(n.note)}。您不用再办。`,
  }),
  request_returned: (n) => ({
    title: '交回下一级办理',
    text: `您反映的「${n.title}」交回下一级办理${because(n.note)}。`,
  }),
  request_resolved: (n) => ({
    title: '办好了吗？请您看看',
    text: `您反映的「${n.title}」办完了${because(n.note)}。请打开点「满意」或者「没办好」。`,
  }),
  request_declined: (n) => ({
    title: '这件事没能办',
    text: `您反映的「${n.title}」没能办理${because(n.note)}。不同意的话，可以打开请求重办。`,
  }),
  request_published: (n) => ({
    title: '您反映的问题公示了',
    text: `您反映的「${n.title}」隐去个人信息后放到了公示栏，邻居可以一起支持。`,
  }),
  request_unpublished: (n) => ({
    title: '您反映的问题不再公示',
    text: `您反映的「${n.title}」不再公示，办理不受影响。`,
  }),
  request_closed: (n) => ({
    title: '自动办结了',
    text: `您反映的「${n.title}」办好以后没有收到回音，已经自动办结。没办好的话，可以打开请求重办。`,
  }),
  request_clock_resumed: (n) => ({
    title: '办理时限接着算了',
    text: `关于「${n.title}」的问题还等着您回答，办理时限已经接着算。您随时可以打社区电话补充。`,
  }),
  request_wants_time: (n) => ({
    title: '需要多一些时间',
    text: `您反映的「${n.title}」申请延长办理时间${because(n.note)}。上一级批准以后会告诉您。`,
  }),
  request_praised: (n) => ({
    title: '居民说满意',
    text: `「${n.title}」诉求的居民点了满意${because(n.note)}。谢谢您！`,
  }),
  request_reopened: (n) => ({
    title: '居民说没有办好',
    text: `「${n.title}」诉求重新打开了${because(n.note)}。请再去看看。`,
  }),
  request_reopened_below: (n) => ({
    title: '下一级的诉求没有办好',
    text: `一件「${n.title}」诉求被居民重新打开${because(n.note)}。请关注，必要时接过来办。`,
  }),
  request_supplemented: (n) => ({
    title: '居民补充了说明',
    text: `「${n.title}」诉求的居民补充了说明${because(n.note)}。请打开看看。`,
  }),
  request_withdrawn: (n) => ({
    title: '居民撤回了诉求',
    text: `「${n.title}」诉求的居民撤回了${because(n.note)}。您不用再办。`,
  }),
  request_gathered: (n) => ({
    title: '您反映的问题一起办',
    text: `您反映的「${n.title}」问题并入了专项治理《${n.note ?? ''}》，和同类的问题一起办。办好了会告诉您。`,
  }),
  supported_gathered: (n) => ({
    title: '您支持的问题一起办',
    text: `您支持的「${n.title}」问题并入了专项治理《${n.note ?? ''}》，和同类的问题一起办。办好了会告诉您。`,
  }),
  supported_withdrawn: (n) => ({
    title: '您支持的问题撤回了',
    text: `您支持的「${n.title}」，反映的人撤回了。您还需要的话，可以自己反映一次。`,
  }),
  supported_moved: (n) => ({
    title: '您支持的问题有进展',
    text: `您支持的「${n.title}」有了进展，打开看看。`,
  }),
  supported_resolved: (n) => ({
    title: '您支持的问题办完了',
    text: `您支持的「${n.title}」办完了，打开看看结果。`,
  }),
}
