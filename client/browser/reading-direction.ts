/** Returns where the page's language is read to: 1 to the right, -1 to the left. What moves sideways is multiplied by it. */
export function readingDirection(): 1 | -1 {
  return document.dir === 'rtl' ? -1 : 1
}
