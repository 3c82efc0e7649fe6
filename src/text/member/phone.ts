/** `139 0000 0001`: a mainland mobile as one reads it out; any other number as it is. */
export function phoneWords(phone: string): string {
  const digits = /^(?:\+?86)?(1\d{2})(\d{4})(\d{4})$/.exec(phone)
  return digits ? digits.slice(1).join(' ') : phone
}

/** Changing one's own number. */
export const phoneText = {
  entry: '手机号',
  entryDetail: (masked: string | undefined) => (masked ? `${masked}，换了号在这里改` : '没有登记，可以补上'),
  changeTitle: '换手机号',
  changeText: '改了以后，正在办的预约也用新号码，志愿者打新号码找您。',
  change: '改成这个号码',
  changed: '手机号改好了。',
} as const
