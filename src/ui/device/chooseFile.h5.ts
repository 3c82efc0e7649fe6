import type { ChosenFile } from './chooseFile'

/**
 * Asks for a file of this computer. Gives undefined where the person chooses none; throws where the file cannot be
 * read.
 */
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
