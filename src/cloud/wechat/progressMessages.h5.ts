/** WeChat's messages are asked for in WeChat; a browser has the inbox. */
export async function offerProgressMessage(_templateId: string | undefined): Promise<void> {}
