import { narrow } from '#contract/shared/text'

/** What an applicant would have to pay for, or leave behind. */
const charges = [
  '质?押金|质押|[保担]证金|[保擔]證金|担保金|风险金|诚意金|定金|订金|预付款',
  '(?:培训|培訓|学|教材|资料|报名|服装|服裝|工装|工服|制服|工牌|体检|體檢|健康证|办证|建档|中介|介绍|入职|上岗|会员|手续|考证|推荐)费',
]

/** That the applicant is to pay, or to leave a paper. */
const demands = [
  '(?:先|预先|提前)(?:交|付|缴|支付|转账)(?!接|班|代|流|通|材料|简历|资料|身份证|复印件|申请|表)',
  '(?:[需须要得]|应当)(?:自己|先|另)?(?:交|付|缴|缴纳|支付|交纳|垫)[^,。;!?\\n]{0,6}?(?:钱|费|款|[0-9一二三四五六七八九十百千两]+[元块])',
  '收费(?!员|岗|站|处|亭|窗|口|系统)',
  '(?:体检|服装|工装|工服|培训|办证|健康证|材料|制服)(?:费用?)?(?:需|须|要)?(?:自理|自费|自付|自己出)',
  '(?:费用|全部)自理|自费|垫资|[交缴付]钱',
  '[扣押]留?(?:身份证|证件)',
]

const asked = new RegExp([...charges, ...demands].join('|'), 'g')

/** What the law asks of everybody who works, and a firm says of itself. */
const lawful = /社保|五险|公积金|税/

const fillers =
  '会|得|用|需|须|要|是|收|取|交|缴|付|向|扣|押|以|应聘|求职|报名|人|者|您|你|的|任何|其他|各种|一切|所有|押金|保证金|培训费|服装费|体检费|费用|和|或|与|、'
/** Just before it, this says that it is not asked: 不收押金, 免体检费, 无需交保证金; 不包 and 不免 say that it is. */
const waived = new RegExp(
  `(?:(?:不|无|無|没有|沒有|零|禁止)(?:${fillers})*|(?:^|[^不没无])(?:包|免|报销|补贴)(?:${fillers})*)$`,
)
/** Just after it, this says that somebody else pays. */
const borne =
  /^(?:用|等|都|全|均|一律|可|可以|由){0,4}(?:报销|免|不收|不用交|不用您交|补贴|(?:由|全由)?(?:公司|单位|厂里|厂方|企业|店里|我方|我们|用工方|用工单位|雇主)(?:来|全部|全额|统一)?(?:出|付|承担|负担|报销|支付|提供))/
const sentenceEnd = /[。;!?\n]/

/**
 * The first words of a vacancy by which applicants would have to pay or to leave something; undefined where there are
 * none. It goes by the words alone: what is waived, or borne by the firm, is not meant, and a toll collector is no
 * fee. Source: 劳动合同法 Art. 9 and 就业服务与就业管理规定 Art. 14, which forbid both.
 */
export function feeWordIn(written: string): string | undefined {
  // spaces and dots between characters do not hide a word
  const text = narrow(written).replace(/[^\S\n]+|[·•*_~.|/\\-]+/g, '')
  for (const found of text.matchAll(asked)) {
    const [word] = found
    const before = text.slice(0, found.index).split(sentenceEnd).at(-1) ?? ''
    const after = text.slice(found.index + word.length)
    if (!waived.test(before) && !borne.test(after) && !lawful.test(word)) return word
  }
  return undefined
}

/** Whether the pay says nothing: only that it is to be talked about. */
export const isPayOpen = (payText: string): boolean =>
  /^(?:工资|薪资|薪酬|待遇|月薪|报酬)?(?:面议|另议|电议|面谈|面商|详谈|从优|优厚|好商量|看情况)+$/.test(
    narrow(payText).replace(/[\s,。;!:、]/g, ''),
  )
