/**
 * The language of the page. Its sentences are the files of one folder, such as `en/`, which package.json (`imports`) gives
 * the name `#i18n/`: no other file names a language. What that language does to numbers, lists, dates and plurals is
 * decided here, by the locale that the folder names. docs/decisions/0019 says why, and how another language is added.
 */
import { locale } from '#i18n/locale.ts'

/** A word or a sentence for each category of numbers that the language tells apart; `other` for the rest. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** A number as the language writes it: `1,234`. */
export function formatNumber(number: number): string {
  return number.toLocaleString(locale)
}

/** The form that goes with a number: English has `one` and `other`, other languages up to six. */
export function pickPlural(number: number, forms: PluralForms): string {
  return forms[new Intl.PluralRules(locale).select(number)] ?? forms.other
}

/** A number with what is counted: `1 message`, `1,234 messages`. */
export function formatCount(number: number, forms: PluralForms): string {
  return `${formatNumber(number)} ${pickPlural(number, forms)}`
}

/** Several things as one: `Ann, Ben and Cat`. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(locale).format(items)
}

/**
 * Makes a function that writes instants, in the reader's own time zone.
 * @param options what of an instant is written, and how long
 */
export function makeDateFormat(options: Intl.DateTimeFormatOptions): (instant: Date | number) => string {
  const format = new Intl.DateTimeFormat(locale, options)
  return (instant) => format.format(instant)
}

const DAY = 86_400
const UNITS = [
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** Seconds in the largest unit that they are whole numbers of: `7 days`, `24 hours`, `90 seconds`. One day is 24 hours. */
export function formatDuration(seconds: number): string {
  const [unit, length] =
    seconds > DAY && seconds % DAY === 0
      ? (['day', DAY] as const)
      : (UNITS.find(([, length]) => seconds >= length && seconds % length === 0) ?? (['second', 1] as const))
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
  return format.format(seconds / length)
}
