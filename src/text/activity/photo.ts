/** Photos on an activity's page. */
export const photoText = {
  title: '照片',
  forResidents: (count: number) => `有 ${count} 张照片。照片里有邻居，登记核对通过的居民才能看。`,
  more: (count: number) => `再看 ${count} 张`,
  takeOff: '照片里有您、不想放在这里，请告诉协调员，马上去掉。',
} as const

/** The same, for who adds them. */
export const photoEditorText = {
  title: (count: number) => (count > 0 ? `照片（${count} 张）` : '照片'),
  lead: '请先问过照片里的人，同意了再放。照片和说明都要过微信的内容检查，登记过的居民看得到。',
  nth: (number: number) => `第 ${number} 张照片`,
  remove: '去掉',
  removeNth: (number: number) => `去掉第 ${number} 张照片`,
  field: '加照片',
  hint: '一次最多六张，一共最多十二张。',
  caption: '说明',
  captionHint: '比如「大家一起包粽子」，可以不写。',
  missing: '请先选照片。',
  action: '放到活动页上',
} as const
