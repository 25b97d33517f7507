/**
 * The language of the page. Its sentences are the files of one folder, such as `en/`, which the build calls
 * `#i18n/`; package.json (`imports`) says that for tests and the type checker. What that language does to numbers, lists, dates and plurals is
 * decided here, by the locale that the folder names. docs/languages.md says how another language is added.
 */
import { locale, sentenceSpace } from '#i18n/locale.ts'

/** A word or a sentence for each category of numbers that the language distinguishes; `other` for the rest. */
type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** A sentence with people or things in it that are no strings, in the order of the language. */
export type Parts<T> = (T | string)[]

/** Has the browser load what it needs to write numbers and dates: the first use takes a slow phone 50 ms. */
export function prepareFormats(): void {
  formatNumber(0)
}

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

/** Returns sentences one after the other, as the language spaces them. @param sentences those that are empty are left out */
export function joinSentences(sentences: readonly (string | false | null | undefined)[]): string {
  return sentences.filter(Boolean).join(sentenceSpace)
}

/** Several things as one: `Ann, Ben and Cat`. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(locale).format(items)
}

/** The same for things that are no strings, such as names with a mark: the things, with the words between them. */
export function formatListParts<T>(items: readonly T[]): Parts<T> {
  const parts = new Intl.ListFormat(locale).formatToParts(items.map((_, place) => String(place)))
  return parts.map(({ type, value }) => (type === 'element' ? (items[Number(value)] as T) : value))
}

/**
 * Makes a function that writes instants, in the reader's own time zone.
 * @param options what of an instant is written, and how long
 */
export function makeDateFormat(options: Intl.DateTimeFormatOptions): (instant: Date | number) => string {
  const format = new Intl.DateTimeFormat(locale, options)
  return (instant) => format.format(instant)
}

/** Units with their seconds, and the seconds from which they are used: one day is written as 24 hours. */
const UNITS = [
  ['second', 1, 0],
  ['minute', 60, 60],
  ['hour', 3_600, 3_600],
  ['day', 86_400, 86_401],
] as const

/** Whole seconds in the largest unit that fits: `7 days`, `24 hours`, `90 seconds`. */
export function formatDuration(seconds: number): string {
  const fits = ([, length, from]: (typeof UNITS)[number]) => seconds >= from && seconds % length === 0
  const [unit, length] = UNITS.findLast(fits) ?? UNITS[0]
  return (seconds / length).toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'long' })
}
