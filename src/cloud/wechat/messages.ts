import Taro from '@tarojs/taro'
import { call } from '#cloud/call/call'
import { newCommandId } from '#cloud/call/commandId'
import { messageAnswers } from '#contract/asking'
import type { NoticeBalance } from '#contract/notice'
import type { Operation } from '#contract/operations'
import { known } from './allowances'
import { mayAsk, templatesToAsk } from './toAsk'

interface Given {
  templateId: string
  outcome: (typeof messageAnswers)[number]
}

/** Whether WeChat sends messages here. */
export const sendsMessages = true

/** Whether the step may ask for messages; where not, nothing need be waited for. */
export const asksOn = (op: Operation): boolean => mayAsk(op) && templatesToAsk(op, known()).length > 0

/**
 * Asks the person, in one question, for the messages that a step is worth. Call it on the tap itself, before anything
 * is waited for. It never throws, so that the step goes on in any case.
 */
export const askOn = (op: Operation): Promise<Given[]> => askWechat(templatesToAsk(op, known()))

/** Asks WeChat for these templates; nothing where it shows no question. */
export async function askWechat(templateIds: readonly string[]): Promise<Given[]> {
  if (templateIds.length === 0) return []
  try {
    // `entityIds` is Alipay's; Taro's type asks for it everywhere.
    const said: object = await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] })
    const answers = new Map(Object.entries(said))
    return templateIds.flatMap((templateId) => {
      const outcome = messageAnswers.find((each) => each === answers.get(templateId))
      return outcome ? [{ templateId, outcome }] : []
    })
  } catch {
    // The person has switched messages off for good; the inbox tells them anyway.
    return []
  }
}

/** Tells the cloud what was answered, all of one question by one call. The balances; undefined where it is not told. */
export async function tellAnswers(answers: readonly Given[]): Promise<NoticeBalance[] | undefined> {
  if (answers.length === 0) return undefined
  const told = await call('notice.allow', { answers: [...answers] }, { commandId: newCommandId() })
  return told.ok ? told.data.balances : undefined
}
