import type { Community } from '#contract/community'
import { controllerOf } from '#contract/shared/controller'

export type GuidelineOf = Pick<Community, 'limits' | 'name' | 'phone' | 'controller'>

/**
 * The page 「隐私指引」, section by section. Its words are fixed, as the law asks for them; the terms are the community's
 * own limits, and so is who keeps the records.
 */
export function guideline(community: GuidelineOf): { title: string; lines: string[] }[] {
  const { limits } = community
  const { name, address, handler, phone = community.phone } = controllerOf(community)
  return [
    {
      title: '收集什么，为什么',
      lines: [
        '姓名：志愿者和工作人员好称呼您，核对您是不是本社区居民。',
        '手机号码（可不填）：认领的志愿者和社区好联系您。',
        '小区、楼栋、门牌号、网格：核对居民身份，志愿者知道去哪里。',
        '生日（可不填）：办集体生日会，看年龄合不合适。',
        '家人的姓名、关系、生日和上门时要留意的事（您登记才有）：替没有手机的家人预约。',
        '您写的预约内容、原因和评价：把事办好。请人陪同出门的，还有要去的地方。',
        '您加的图片（可不加）：看清要修哪里、哪里不好。拍摄的时间、地点和手机型号会先去掉。',
        '志愿者的技能、证件、服务时长：安排合适的人，记实时长。',
        '微信会在您点按的时候先问您：手机号（登记时，可以自己填）；日历（把活动记到手机日历，可以不记）；相册和拍照（加图片、存证明和海报，可以不用）；剪贴板和聊天里的文件（只有管理员导入登记册时用）。',
        '申请培训的交通补贴时，您选的一个原因（申请才有，另外征求您同意）：只用在这一期培训，不记进您的登记信息。',
        '不收集身份证号、人像、位置，不收集病历、法律身份一类的内容。',
      ],
    },
    {
      title: '谁能看到',
      lines: [
        '门牌号、手机号和陪同要去的地方加密保存。只有接了您那一单的志愿者，在没办完时能看到；社区工作人员办事时要写原因才能看。',
        '交通补贴的原因和金额加密保存，只有管培训的协调员和管理员能看；给会计的发放表上没有原因。',
        '每看一次都有记录，您可以在「谁看过我的信息」里查。',
        '公示栏上的诉求，写的是工作人员改过的话，没有您的名字和住处；别人转发了，没有登记的人也能看这些文字。',
        '同队的其他志愿者只看到要做什么、什么时间、哪个小区，看不到您是谁。',
        '微信只在您点按时提供手机号，并替我们检查文字、送达通知。没有别的单位和商家能看到。',
        '只有一种例外：您在招工里点了「可以给」，社区才把您的姓名和电话给那一家用工单位，每次都要您同意，也都有记录。',
      ],
    },
    {
      title: '保存多久',
      lines: [
        `一次预约的门牌号、电话和要去的地方：办完后 ${limits.contactKeptDays} 天删除。`,
        `预约里写的说明、原因和评语：办完后 ${limits.wordsKeptDays} 天删除。`,
        `诉求里写的话和图片：办结后 ${limits.requestWordsKeptDays} 天删除，只留类别、网格和时间。没有公示的图片会早些删除。`,
        `通知：${limits.noticesKeptDays} 天后删除。`,
        `招工里给用工单位电话的同意：${limits.placementConsentDays} 天作废，用过一次或者您收回就作废。`,
        `谁看过您信息的记录：${limits.openingsKeptDays} 天后删除。`,
        `申请交通补贴的原因：培训结束后 ${limits.subsidyGroundDays} 天删除，撤回申请马上删除；补贴的账，都办完后再留 ${limits.subsidyKeptDays} 天。`,
        `没有通过的登记：${limits.rejectedKeptDays} 天里没有重新登记，就删除。`,
        '没写完、没发出去的诉求：只留在您自己的手机或浏览器里，发出、清空或退出登录时删除。',
        '您的登记信息：到您注销为止。',
        '志愿服务时长：按国家规定长期保存，注销后只留志愿者编号，没有姓名。',
      ],
    },
    {
      title: '您可以怎么做',
      lines: [
        '看和带走：「我的 - 账号 - 导出我的信息」。',
        '撤回同意：「我的 - 账号 - 我的同意」。',
        `注销：「我的 - 账号 - 注销账号」，${limits.closeDays} 天后删除，这期间可以反悔。`,
        '换了手机号、搬了家、姓名写错了：「我的 - 账号」里改。',
        '不会操作：打社区电话，或者到社区窗口办理。',
        '没有微信的居民：工作人员先把这份指引念给本人听，本人在纸上签字或按手印后才登记，谁签的、哪天签的、纸放在哪里都记下来。看、要打印件、改、撤回、注销，都可以到社区窗口办，每次谁办的都有记录。',
      ],
    },
    {
      title: '不满十四岁的孩子',
      lines: ['孩子的信息由监护人登记，只写办事需要的，监护人随时可以删除。'],
    },
    {
      title: '找谁',
      lines: [
        `${name}负责保管您的信息。有疑问、要投诉，请打 ${phone}。`,
        ...(handler ? [`经办人：${handler}。`] : []),
        ...(address ? [`也可以到这里来：${address}。`] : []),
      ],
    },
  ]
}
