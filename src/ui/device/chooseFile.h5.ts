import type { ChosenFile } from './chooseFile'

/** A file of this computer; undefined where the person thought better of it. Throws where it cannot be read. */
export async function chooseFile(extensions: string[]): Promise<ChosenFile | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = extensions.map((extension) => `.${extension}`).join()
  const file = await new Promise<File | undefined>((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
  return file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
