import { useEffect, useState } from 'react'
import { type FilePurpose, manyPictures } from '#contract/file'
import type { MemberId } from '#contract/shared/scalars'
import type { FormPicture, HeldPictures } from '#ui/field/PicturesField'
import { PictureTray } from './pictureTray'

interface PicturesFor {
  purpose: FilePurpose
  /** The member whose form it is; absent for oneself. */
  actingFor?: MemberId | undefined
  most?: number
}

/**
 * The pictures of the form whose draft is kept under `keptUnder`. Give `held` to a `PicturesField`; send the form within
 * `tray.deliver`, and call `tray.clear()` once the form was sent.
 */
export function usePictures(
  keptUnder: string,
  { purpose, actingFor, most = manyPictures }: PicturesFor,
): { held: HeldPictures; tray: PictureTray } {
  const [pictures, show] = useState<readonly FormPicture[]>([])
  const [tray] = useState(() => new PictureTray(`${keptUnder}:pictures`, purpose, most, show))
  useEffect(() => void tray.open(), [tray])
  useEffect(() => tray.setMember(actingFor), [tray, actingFor])
  const [held] = useState(() => ({
    most,
    add: tray.add.bind(tray),
    remove: tray.remove.bind(tray),
    retry: tray.retry.bind(tray),
  }))
  return { held: { ...held, pictures }, tray }
}
