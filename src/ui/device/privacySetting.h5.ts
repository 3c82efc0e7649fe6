/** A browser never asks: nothing here uses what WeChat's guideline names. */
export const mustAgree = async (): Promise<boolean> => false

export const openWeChatGuideline: (() => void) | undefined = undefined
