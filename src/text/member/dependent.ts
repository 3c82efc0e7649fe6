import type { OwnDependent } from '#contract/dependent'

/** The page 「我照护的家人」. */
export const dependentText = {
  lead: '家里老人、孩子没有手机，您可以替他们预约、报名。只登记办事需要的内容。',
  guardian: '监护人同意',
  guardianDetail: '孩子自己有手机、想当志愿者',
  emptyTitle: '还没有登记家人',
  emptyText: '登记以后，预约时就能选「替谁约」。',
  addTitle: '添加一位家人',
  add: '添加',
  openAdd: '添加一位家人',
  name: '姓名',
  relation: '与您的关系',
  relations: ['母亲', '父亲', '爱人', '子女', '祖父母', '其他亲属'],
  needs: '上门时要留意什么',
  needsHint:
    '比如「耳朵背，请敲重一点」「上下楼要人扶」。加密保存，只有认领的志愿者和办事的工作人员看得到。不用写病名。',
  birthday: '生日',
  birthdayHint: '带孩子参加活动，要看年龄时才用。加密保存。比如 2016-03-15。',
  birthdayWrong: '这个生日不对。请按「2016-03-15」这样写，再看看年、月、日。',
  calendar: '生日按',
  calendars: { solar: '公历', lunar: '农历' },
  consent: '他本人怎么同意的',
  consentHint:
    '替人办事要本人同意。请写一句，比如「11 月 20 日当面说好，由我替她预约」。未满十四岁的孩子，由监护人同意。',
  nameMissing: '请填家人的姓名。',
  nameWrong: '姓名里有不能用的符号。请只写文字，名字中间的点用「·」。',
  relationMissing: '请选与您的关系。',
  consentMissing: '请写一句本人是怎么同意的。',
  added: (name: string) => `${name}已经添加好了，预约时可以选「替谁约」。`,
  change: '修改',
  changeOf: (name: string) => `修改${name}`,
  changeTitle: (name: string) => `修改${name}的情况`,
  save: '保存',
  changed: (name: string) => `${name}的情况改好了，以后的预约按新的来。`,
  remove: '移除',
  removeOf: (name: string) => `移除${name}`,
  removeTitle: (name: string) => `移除${name}？`,
  removeText: '移除后，就不能再替他预约。已经约好的不受影响。',
  removeKeep: '先不移除',
  removed: (name: string) => `${name}已经移除。`,
} as const

/** The second line of a relative: who they are to the member, their birthday, and what a volunteer should know. */
export function dependentDetail({ relation, birth, needs }: OwnDependent): string {
  const born = birth && `${birth.calendar === 'lunar' ? '农历' : ''}${birth.day} 生`
  const said = [relation, born].filter((part) => part !== undefined).join(' · ')
  return needs ? `${said} · ${needs}` : said
}
