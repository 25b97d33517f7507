/** What `Intl` formats numbers, lists, dates and plurals with. British: a day before its month, and 24 hours. */
export const locale = 'en-GB'
