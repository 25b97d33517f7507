/**
 * What `Intl` formats numbers, lists, dates and plurals with: the English that the reader's browser prefers, and British
 * English where it prefers none.
 */
export const locale = pickEnglish(navigator.languages)

/** What stands between two sentences. */
export const sentenceSpace = ' '

/**
 * @param languages what the reader prefers, the best first, such as `['de-CH', 'en-US']`
 * @returns the tag of the first English among them; `en-GB` where there is none
 */
export function pickEnglish(languages: readonly string[]): string {
  return languages.find((tag) => /^en\b/.test(tag)) ?? 'en-GB'
}
