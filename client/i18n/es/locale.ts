/**
 * What `Intl` formats numbers, lists, dates and plurals with: the Spanish that the reader's browser prefers, and that of
 * Spain where it prefers none.
 */
export const locale = navigator.languages.find((tag) => /^es\b/.test(tag)) ?? 'es-ES'
