/**
 * What `Intl` formats numbers, lists, dates and plurals with: the German that the reader's browser prefers, and that of
 * Germany where it prefers none.
 */
export const locale = navigator.languages.find((tag) => /^de\b/.test(tag)) ?? 'de-DE'

/** What stands between two sentences. */
export const sentenceSpace = ' '
