import Taro from '@tarojs/taro'
import { call } from '#cloud/call/call'
import { newCommandId } from '#cloud/call/commandId'

/**
 * Asks the person whether WeChat may send one message about what they have asked for, and tells the cloud the answer.
 * Call it on a tap. It never throws, so that the step goes on in any case.
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
