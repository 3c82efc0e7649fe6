/** A browser has no such question: nothing here takes what WeChat's guideline names. */
export const mustAgree = async (): Promise<boolean> => false

export const openWeChatGuideline: (() => void) | undefined = undefined
