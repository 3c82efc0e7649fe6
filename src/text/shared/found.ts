/** What the form says where it finds an earlier draft. */
export const foundText = {
  found: '这是上次写的，还没有提交，接着写就行。',
  empty: '清空，重新写',
  emptyText: '上次写的话和加的图片会删掉，找不回来。',
  emptyAction: '清空',
  keep: '接着写',
} as const
