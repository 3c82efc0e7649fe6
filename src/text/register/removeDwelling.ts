/** Taking one dwelling out of the household register. */
export const removeDwellingText = {
  title: '从登记册里去掉一户',
  lead: '拆了的、合并的、写错了门牌的，可以一户一户去掉。',
  open: '去掉一户',
  means:
    '去掉以后，再登记这一户的人由网格员核对。已经通过的居民，什么都不变。以后导入的表格里又有这一户，就又算在册。',
  estateMissing: '请选小区。',
  buildingMissing: '请选楼栋。',
  unitHint: '像登记册上写的那样，比如「2 单元 5-3」。',
  unitMissing: '请填单元和门牌号。',
  reason: '为什么去掉',
  reasonHint: '记录里会留着，比如「这一户已经拆了」。请不要写居民的姓名和情况。',
  reasonMissing: '请写为什么去掉，至少两个字。',
  remove: '去掉这一户',
  done: '这一户已经从登记册里去掉了。',
} as const
