import type { RegisterRowRead } from '#contract/register'

/** The page on which an administrator imports the household register. */
export const registerImportText = {
  notAdmin: {
    title: '这一页是给管理员用的',
    text: '导入登记册由社区管理员来做。您有事要办，请打社区电话。',
    action: '回到「我的」',
  },
  lead: '把社区的住户登记册导进来，以后居民登记时，住址和网格对得上的马上通过，不用一户一户核对。',
  howTitle: '文件怎么准备',
  how: [
    '用表格软件打开登记册，另存为 CSV 文件。填写前先把「房号」和「楼栋」两列设成「文本」格式，不然 2-1 会变成日期。',
    '第一行写表头：小区、楼栋、房号、网格、居民组；要核对姓名的，再加一列「姓名」。',
    '一户写一行，几位住户的姓名用「、」隔开。身份证号、电话、家庭情况请不要放进来。',
  ],
  copyHeading: '复制表头',
  heading: '小区,楼栋,房号,网格,居民组,姓名',
  copied: '已经复制好了，可以粘贴到表格里。',
  notCopied: '没有复制。请照着页面上的字抄到表格里。',
  copyAsk: {
    why: '微信要您先同意隐私保护指引，才能把文字放到剪贴板。不同意也没关系，照着页面上的字抄就行。',
    refuse: '不同意，我自己抄',
  },
  chooseAsk: {
    why: '微信要您先同意隐私保护指引，才能打开您在聊天里选的文件。不同意也没关系，可以在电脑浏览器里导入。',
    refuse: '不同意，我到电脑上导入',
  },
  choose: '选择文件，先检查',
  chooseAgain: '重新选文件',
  unreadable: '这个文件打不开。请检查文件还在不在，再选一次。',
  tooLarge: '这个文件太大了，最多 10 MB。请检查是不是选错了文件，或者分成几个文件。',
  chosen: (name: string) => `文件：${name}`,
  checking: (part: number, parts: number) => `正在检查，第 ${part} 段，共 ${parts} 段。还没有写入任何内容。`,
  importing: (part: number, parts: number) => `正在导入，第 ${part} 段，共 ${parts} 段。请不要关掉这一页。`,
  sameDwelling: (row: number) => `和第 ${row} 行是同一户。一户只写一行，请只留一行。`,
  faultyTitle: (count: number) => `有 ${count} 行要改`,
  faulty: (rows: number) => `一共 ${rows} 行，还没有写入任何内容。请在表格里改好下面这些行，再选一次文件。`,
  row: (row: number) => `第 ${row} 行`,
  moreRows: (count: number) => `还有 ${count} 行没有列出来，复制清单可以看全。`,
  copyList: '复制要改的清单',
  listCopied: '清单已经复制好了。',
  readyTitle: (rows: number) => `${grouped(rows)} 户，可以导入`,
  ready: '每一行都检查过了，还没有写入。导入后，已经在等核对、又对得上的居民会马上通过。',
  readAs: '前几行读出来是这样的，请看一眼每一格有没有放错：',
  rowRead: ({ door, grid, group, residents }: RegisterRowRead) =>
    [door, grid, group, residents === 0 ? '没有写姓名' : `写了 ${residents} 个姓名`]
      .filter((part) => part !== undefined)
      .join('，'),
  begin: '开始导入',
  stoppedTitle: { checking: '检查停下来了', importing: '导入停下来了' },
  stopped: {
    checking: '还没有写入任何内容。',
    importing: '前面的已经存好了，不会重复。',
  },
  goOn: '从这里接着来',
  importedTitle: (rows: number) => `${grouped(rows)} 户都导入好了`,
  imported: (changed: number, verified: number) =>
    `${changed === 0 ? '和原来的一样，没有改动' : `新增或改动了 ${grouped(changed)} 户`}${verified > 0 ? `；有 ${verified} 位等核对的居民已经通过，通知也发了` : ''}。`,
  deleteFile: '文件里有住户的住址和姓名，用完请删掉。',
} as const

/** `1,204`. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
