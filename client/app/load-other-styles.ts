/**
 * Loads the styles that the document has left for later, where there are any (`scripts/build/add-other-styles.ts`).
 * @returns once they are in use
 * @throws an error where they can't be loaded
 */
export function loadOtherStyles(): Promise<void> {
  const link = document.getElementById('other-styles')
  return new Promise((resolve, reject) => {
    if (!link) return resolve()
    link.onload = () => resolve()
    link.onerror = () => reject(new Error('the styles can not be loaded'))
    link.removeAttribute('disabled')
  })
}
