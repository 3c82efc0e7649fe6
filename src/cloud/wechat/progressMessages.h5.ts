/** Does nothing: only WeChat sends messages. In a browser a person reads the inbox. */
export async function offerProgressMessage(_templateId: string | undefined): Promise<void> {}
