/** What somebody does with a request of their own that is not finished. */
export const ownStepText = {
  correct: {
    open: '改内容',
    title: '改一改内容',
    description: '说了什么',
    missing: '请写一句是什么事。',
    place: '在哪里',
    without: (count: number) => `去掉原来的 ${count} 张图片`,
    picturesHint: '再加几张也可以。不要拍到人脸和车牌。',
    action: '改好了',
    done: '内容改好了。',
  },
  supplement: {
    open: '补充说明',
    title: '补充说明',
    text: '写过的话已经有人在看，不能再改。您补充的话会告诉办理的人。',
    label: '补充什么',
    missing: '请写一句要补充的话。',
    picturesHint: '拍一张更清楚。可以不加。',
    action: '送出',
    done: '补充的话送到了。',
  },
  withdraw: {
    open: '不办了，撤回',
    title: '撤回这件事',
    text: '撤回以后不再办理，也不再公示。以后还需要，要再反映一次。',
    label: '为什么撤回',
    reasons: ['已经解决了。', '说错了。', '不用办了。'],
    action: '确定撤回',
    done: '撤回了，不再办理。',
  },
} as const
