import Taro from '@tarojs/taro'
import { call } from '#cloud/call/call'
import { newCommandId } from '#cloud/call/commandId'

/**
 * Asks whether WeChat may send one message when something happens to what was asked for, and tells the cloud the answer.
 * Call it on a tap. Whatever comes of it, that goes on: it never throws.
 */
export async function offerProgressMessage(templateId: string | undefined): Promise<void> {
  if (!templateId) return
  try {
    // `entityIds` is Alipay's; Taro's type asks for it everywhere.
    const answers: object = await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] })
    const outcome = (answers as Record<string, unknown>)[templateId]
    if (isOutcome(outcome)) void call('notice.allow', { templateId, outcome }, { commandId: newCommandId() })
  } catch {
    // The person has switched messages off for good; the inbox tells them anyway.
  }
}

const outcomes = ['accept', 'reject', 'ban', 'filter'] as const

function isOutcome(answer: unknown): answer is (typeof outcomes)[number] {
  return outcomes.some((outcome) => outcome === answer)
}
