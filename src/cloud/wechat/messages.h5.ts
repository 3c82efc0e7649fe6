import type { NoticeBalance } from '#contract/notice'
import type { Operation } from '#contract/operations'

/** Only WeChat sends messages. In a browser a person reads the inbox. */
export const sendsMessages = false
export const asksOn = (_op: Operation): boolean => false
export const askOn = async (_op: Operation): Promise<never[]> => []
export const askWechat = async (_templateIds: readonly string[]): Promise<never[]> => []
export const tellAnswers = async (_answers: readonly never[]): Promise<NoticeBalance[] | undefined> =>
  undefined
