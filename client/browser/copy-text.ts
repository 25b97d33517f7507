/**
 * Puts `text` on the clipboard. Without https there is no clipboard API; there, and there only, another way is loaded.
 * @returns whether that worked
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return import('./copy-by-selecting.ts').then(
      (other) => other.copyBySelecting(text),
      () => false,
    )
  }
}
