/** Changing a booking: its time, or what it says. */
export const changeText = {
  move: {
    open: '改时间',
    /** Once its hour has come and nobody has claimed it. */
    openLate: '换个时间',
    title: '改到什么时间',
    /** Before the time of a claimed booking is changed. */
    releases: (volunteer: string) =>
      `${volunteer}已经认领了原来的时间。改了以后，这一单会重新挂出来，先问${volunteer}来不来得了，别的志愿者也可以认领。`,
    action: '改成这个时间',
    same: '时间没有变。请选一个别的时间。',
    done: '时间改好了。有人认领，会发通知。',
    doneClaimed: '时间改好了，已经告诉志愿者。有人认领新的时间，会发通知。',
  },
  words: {
    open: '改内容',
    title: '改预约内容',
    tells: (volunteer: string) => `改了以后，会告诉${volunteer}。`,
    onTheWay: '志愿者可能已经出发了，时间和地点不能再改。',
    door: { title: '原来的地址', detail: '不用再写一遍' },
    action: '改好了',
    done: '内容改好了。',
    doneClaimed: '内容改好了，已经告诉志愿者。',
  },
} as const
