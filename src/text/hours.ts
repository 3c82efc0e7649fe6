/** The page 「服务时长」. */
export const hoursText = {
  total: '我的服务时长',
  volunteerNo: (volunteerNo: string) => `志愿者编号 ${volunteerNo}`,
  hourUnit: '小时',
  minuteUnit: '分',
  spoken: (hours: number, minutes: number) => `一共 ${hours} 小时 ${minutes} 分`,
  split: (recorded: string, honour: string) => `其中服务 ${recorded}，荣誉 ${honour}。`,
  starsTitle: '志愿服务星级',
  starsHeld: (stars: number) => (stars === 0 ? '还没有星' : `${'一二三四五'.charAt(stars - 1)}星志愿者`),
  starsMissing: (left: string, next: number) =>
    `再服务 ${left}，就是${'一二三四五'.charAt(next - 1)}星志愿者。`,
  starsFull: '已经是最高的五星。谢谢您这么多年！',
  starsRule: '星级只算真实服务的时长：100、300、600、1000、1500 小时，依次一到五星。',
  byTeam: '各服务队',
  otherTeam: '其他服务队',
  entries: '每一笔',
  kind: { honour: '荣誉时长', reversal: '更正' },
  served: (day: string, from: string, to: string) => `${day} ${from}–${to}`,
  minutesOf: (minutes: number, words: string) => (minutes < 0 ? `减 ${words}` : words),
  empty: {
    title: '还没有时长',
    text: '认领一单，做完签退，居民确认以后，时长就会记在这里，每一笔都能查。',
    action: '去任务大厅',
  },
} as const
