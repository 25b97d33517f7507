import { fileName } from '../../protocol/file-name.ts'

/** Milliseconds after which a browser has taken the file that it is to save. */
const TAKEN_AFTER = 60_000

/** Has the browser save a file that was made here. @param ending without the dot */
export function saveFile(title: string, ending: string, type: string, parts: string[]): void {
  saveBlob(fileName(title, ending), new Blob(parts, { type }))
}

/** Has the browser save octets. @param name one that is safe for a file */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob)
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_AFTER)
}
