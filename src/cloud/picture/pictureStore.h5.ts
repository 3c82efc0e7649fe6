import { discardLasting, keepLasting, lasting } from '#cloud/kept/lasting.h5'

// Keeps the bytes of unsent pictures in the browser's own database, where they survive a closed tab.

const nameOf = (key: string) => `picture ${key}`

/** Keeps what lies at `address` under `key`. */
export async function storePicture(key: string, address: string): Promise<void> {
  const blob = await (await fetch(address)).blob()
  URL.revokeObjectURL(address)
  await keepLasting(nameOf(key), blob)
}

/** An address the view can show; undefined where it is gone. */
export async function pictureAddress(key: string): Promise<string | undefined> {
  const blob = await lasting<Blob>(nameOf(key))
  return blob && URL.createObjectURL(blob)
}

/** Bytes `from` to before `to`, in base64. Throws where they are gone. */
export async function pictureBytes(key: string, from: number, to: number): Promise<string> {
  const blob = await lasting<Blob>(nameOf(key))
  if (!blob) throw new Error('the picture is gone')
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob.slice(from, to))
  })
  return address.slice(address.indexOf(',') + 1)
}

/** Removes the bytes of a picture that was sent or is not wanted. */
export function discardPicture(key: string): void {
  void discardLasting(nameOf(key))
}
