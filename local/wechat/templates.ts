/** A template of WeChat's administration page: its title, and the fields that a message of it must fill. */
export interface WechatTemplate {
  readonly title: string
  readonly keys: readonly string[]
}

/** The templates that the local WeChat has, by id. */
export const wechatTemplates: Readonly<Record<string, WechatTemplate>> = {
  'local-booking-progress': { title: '预约进度提醒', keys: ['thing1', 'thing2', 'time3'] },
  'local-activity-news': { title: '活动通知', keys: ['thing1', 'phrase2', 'time3', 'thing4'] },
  'local-request-news': { title: '诉求办理进度提醒', keys: ['thing1', 'thing2', 'date3', 'name4'] },
  'local-team-news': { title: '服务队通知', keys: ['thing2', 'thing5', 'time6'] },
  'local-duty-news': { title: '待办提醒', keys: ['thing1', 'thing3', 'time4'] },
  'local-member-news': { title: '办理结果通知', keys: ['thing1', 'phrase2', 'date3'] },
}

/** How the sample community uses them; training is announced as activities are. */
export const sampleTemplates = {
  booking: { id: 'local-booking-progress', fields: { matter: 'thing1', what: 'thing2', when: 'time3' } },
  activity: {
    id: 'local-activity-news',
    fields: { matter: 'thing1', short: 'phrase2', when: 'time3', what: 'thing4' },
  },
  training: {
    id: 'local-activity-news',
    fields: { matter: 'thing1', short: 'phrase2', when: 'time3', what: 'thing4' },
  },
  request: {
    id: 'local-request-news',
    fields: { matter: 'thing1', what: 'thing2', when: 'date3', from: 'name4' },
  },
  bulletin: { id: 'local-bulletin-news', fields: { matter: 'thing1', what: 'thing2', until: 'time3' } },
  team: { id: 'local-team-news', fields: { what: 'thing2', matter: 'thing5', until: 'time6' } },
  duty: { id: 'local-duty-news', fields: { what: 'thing1', matter: 'thing3', until: 'time4' } },
  member: { id: 'local-member-news', fields: { what: 'thing1', short: 'phrase2', when: 'date3' } },
}
