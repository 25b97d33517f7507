/**
 * Puts `text` on the clipboard. Without https there is no clipboard API; there an unseen field is copied from.
 * @returns whether that worked
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.className = 'unseen'
    field.value = text
    const focused = document.activeElement
    document.body.append(field)
    field.select()
    const copied = document.execCommand('copy')
    field.remove()
    if (focused instanceof HTMLElement) focused.focus()
    return copied
  }
}
