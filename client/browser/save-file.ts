import { fileName } from '../../protocol/file-name.ts'

/** Milliseconds after which a browser has taken the file that it is to save. */
const TAKEN_AFTER = 60_000

/** Has the browser save a file that was made here. @param ending without the dot */
export function saveFile(title: string, ending: string, type: string, parts: string[]): void {
  const address = URL.createObjectURL(new Blob(parts, { type }))
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = fileName(title, ending)
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_AFTER)
}
