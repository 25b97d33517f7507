/**
 * Puts a text on the clipboard by selecting it in an unseen field.
 * @returns whether that worked
 */
export function copyBySelecting(text: string): boolean {
  const field = document.createElement('textarea')
  field.className = 'unseen'
  field.value = text
  const focused = document.activeElement
  // Nothing outside of an open dialog can be selected: to copy there would say yes and copy nothing.
  const place = focused?.closest('dialog') ?? document.body
  place.append(field)
  field.focus()
  field.select()
  const isSelected = document.activeElement === field
  const copied = isSelected && document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}
