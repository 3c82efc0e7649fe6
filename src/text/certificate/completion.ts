import type { CourseDone } from '#contract/certificate'

/** What stands on the paper of a completed course, and what leads to it. */
export const completionText = {
  title: '结业证书',
  own: '我的结业证',
  no: (no: string) => `证书编号 ${no}`,
  lead: (name: string, { title, of, attended }: CourseDone) =>
    `兹证明${name}参加「${title}」培训，共 ${of} 课，上了 ${attended} 课，准予结业。`,
  course: '培训',
  days: '上课时间',
  lessons: '上了几课',
  attended: ({ attended, of }: Pick<CourseDone, 'attended' | 'of'>) => `${attended} 课（共 ${of} 课）`,
  time: '上课时长',
  statement: '以上培训由本单位举办并按课点名，情况属实。',
  rests: '凭每一课的签到名单出具；名单改过，原证作废，另发新证。',
  file: (no: string) => `结业证书-${no}.png`,
  card: (title: string) => `结业证：${title}`,
  cardDetail: (done: CourseDone) => `共 ${done.of} 课，上了 ${done.attended} 课`,
  forward: (title: string) => `结业证书：${title}`,
  forwardHours: '志愿服务证明',
  forwardWhy: '转发出去的，是核验这张证明的页面：谁打开都能看到它是真的，只写姓，不写全名。',
  replaced: '这张证明已经换了新的，请用新的那张。',
  ended: (reason: string) => `这张证明已经作废：${reason}。有疑问请打社区电话。`,
  valid: '有效：和社区的签到记录一致。',
} as const
