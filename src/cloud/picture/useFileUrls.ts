import { useEffect, useRef, useState } from 'react'
import { cloudNow } from '#clock'
import { call } from '#cloud/call/call'
import type { FileId, MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import type { ShownPicture } from '#ui/picture/PictureStrip'

/** An address that ends this soon is asked for anew. */
const spareMs = minuteMs

interface Address {
  url: string
  validUntil: number
}

/**
 * The addresses of pictures, which count for some minutes. A picture that the reader may not see, or that is gone, has
 * none. They are asked for when the ids change, in the order given.
 */
export function useFileUrls(fileIds: readonly FileId[], actingFor?: MemberId): ShownPicture[] {
  const known = useRef(new Map<FileId, Address | 'gone'>())
  const [, drawn] = useState(0)
  const asked = fileIds.join(' ')

  useEffect(() => {
    let left = false
    const wanted = asked === '' ? [] : asked.split(' ')
    const stale = wanted.filter((fileId) => {
      const address = known.current.get(fileId)
      return address === undefined || (address !== 'gone' && address.validUntil < cloudNow() + spareMs)
    })
    if (stale.length === 0) return
    void Promise.all(
      stale.map(async (fileId) => {
        const answer = await call('file.url', { fileId }, { actingFor })
        if (answer.ok) known.current.set(fileId, answer.data)
        else if (answer.code !== 'unreachable') known.current.set(fileId, 'gone')
      }),
    ).then(() => {
      if (!left) drawn((count) => count + 1)
    })
    return () => {
      left = true
    }
  }, [asked, actingFor])

  return fileIds.map((fileId) => {
    const address = known.current.get(fileId)
    return {
      key: fileId,
      ...(address && address !== 'gone' && { address: address.url }),
      gone: address === 'gone',
    }
  })
}
