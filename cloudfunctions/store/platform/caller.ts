import { wxContext } from '#store/engine/sdk'

/** What the platform says of the caller; `UNPACED` exists in the local cloud only. */
export const platformContext = (): { OPENID?: string; CLIENTIP?: string; UNPACED?: string } => wxContext()
