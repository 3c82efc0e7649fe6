/** The page on which somebody with a paper record joins it to their WeChat. */
export const adoptionText = {
  entry: '我有社区给的认领码',
  entryDetail: '以前在社区窗口登记过，把预约、时长合到微信上',
  lead: '以前没有微信、在社区窗口登记过的，把窗口给您的 8 位认领码输进来。原来的预约、报名和时长，就都在「我的」里了。',
  code: '认领码',
  codeHint: '8 位数字，半小时内有效。请在窗口当面输。',
  codeMissing: '请输 8 位认领码。',
  consentMissing: '请先看一看隐私指引，点同意。',
  both: '您在微信上登记过的，也会一起合进去，一样不少。',
  submit: '认领',
  doneTitle: '合好了',
  done: '以前在窗口办的，现在都在「我的」里。不是您本人的档案，请马上告诉窗口的工作人员。',
  toMe: '去「我的」看看',
} as const

/** Registration of staff who live elsewhere. */
export const staffRegistrationText = {
  entry: '我不住在本社区，是来工作的',
  back: '我住在本社区，要登记为居民',
  lead: '给派出所、街道、培训老师这样不住在本社区的工作人员。不用填住址；管理员核对以后，再授予办事的身份。',
  office: '您在这里做什么',
  officeHint: '例如：派出所社区民警、技能培训老师。',
  officeMissing: '请写明您在这里做什么。',
  consentMissing: '同意以后才能登记。不方便的话，可以到社区窗口办理。',
  submit: '提交，等管理员核对',
  pending: '已经提交。管理员核对以后会通知您，再给您办事的身份。',
  done: '登记通过了。管理员给了身份以后，「我的」里会多出办事的入口。',
} as const
