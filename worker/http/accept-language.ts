import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '../../protocol/languages.ts'

/** A language that a browser asks for: a tag such as `pt-PT`, and how much it is wanted, from 0 (not at all) to 1. */
interface Wanted {
  tag: string
  quality: number
}

/** Characters of the header that are read: no browser sends half as many, and whoever sends more has nobody wait for it. */
const READ_MAX = 1_000

/**
 * Returns the language in which somebody reads the page: of those that the browser asks for, the most wanted that there is in any
 * script or region. So `pt-PT` gets Brazilian Portuguese and `zh-TW` simplified Chinese: nearer than English.
 * @param header the value of `Accept-Language`; undefined where there is none
 */
export function matchLanguage(
  header: string | undefined,
  languages: readonly Language[] = LANGUAGES,
): Language {
  for (const wanted of parseAcceptLanguage((header ?? '').slice(0, READ_MAX))) {
    const sameLanguage = languages.filter(({ tag }) => primaryOf(tag) === primaryOf(wanted.tag))
    const [first] = sameLanguage
    if (first) return sameLanguage.find(({ tag }) => isSameScript(tag, wanted.tag)) ?? first
  }
  return DEFAULT_LANGUAGE
}

/** Reads the languages of the header, the most wanted first; of equals the one that stands first. */
function parseAcceptLanguage(header: string): Wanted[] {
  return header
    .split(',')
    .map((item): Wanted => {
      const [tag = '', ...parameters] = item.split(';').map((part) => part.trim())
      const [, quality = '1'] = /^q=(\d(?:\.\d{0,3})?)$/i.exec(parameters.join(';')) ?? []
      return { tag, quality: Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
}

/** The language itself, without script and region: `zh` of `zh-TW`. */
function primaryOf(tag: string): string {
  const [primary = ''] = tag.toLowerCase().split('-')
  return primary
}

/** Whether two tags mean the same script: `zh-SG` is written as `zh-Hans` is, though it doesn't say so. */
function isSameScript(tag: string, other: string): boolean {
  return scriptOf(tag) === scriptOf(other)
}

/** The script of a tag, also where it names none; undefined where it is no tag. */
function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script
  } catch {
    return undefined
  }
}
