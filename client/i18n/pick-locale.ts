/**
 * Picks what `Intl` writes numbers, lists, dates and plurals with: the region of the page's language that the reader's browser prefers.
 * @param language matches the tags of that language, such as `/^de\b/`
 * @param usual the locale for whoever prefers no region of it: `de-DE`
 * @param languages what the reader prefers, the best first, such as `['de-CH', 'en-US']`
 */
export function pickLocale(
  language: RegExp,
  usual: string,
  languages: readonly string[] = navigator.languages,
): string {
  return languages.find((tag) => language.test(tag)) ?? usual
}
