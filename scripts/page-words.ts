import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const TEXTS = join(import.meta.dirname, '../client/i18n')

/**
 * Reads how a language says what the page says in English.
 * @param folder of the language, below `client/i18n/`
 * @returns turns an English text into a pattern that matches what stands in its place. Where English says two things alike that the
 * language tells apart, the pattern matches both.
 */
export async function readPageWords(folder: string): Promise<(english: string) => RegExp> {
  const words = new Map<string, Set<string>>()
  const collect = (english: unknown, other: unknown) => {
    if (typeof english === 'string' && typeof other === 'string') {
      words.set(english, (words.get(english) ?? new Set()).add(other))
    } else if (isObject(english) && isObject(other)) {
      for (const key of Object.keys(english)) collect(english[key], other[key])
    }
  }
  for (const file of readdirSync(join(TEXTS, 'en')).filter((name) => !name.endsWith('.test.ts')))
    collect(await import(join(TEXTS, 'en', file)), await import(join(TEXTS, folder, file)))
  return (english) => {
    const said = words.get(english)
    if (said === undefined) throw new Error(`the page does not say “${english}”`)
    return new RegExp(
      `^(?:${[...said].map((each) => each.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)).join('|')})$`,
    )
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
