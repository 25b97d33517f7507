import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ENGLISH = join(import.meta.dirname, '../../client/i18n/en')
const MAKER = join(import.meta.dirname, 'pseudo-text.ts')

/** Files that have no sentence in them, but what sentences are made with. */
const AS_THEY_ARE = ['locale.ts']

/** Writes a folder of sentences in the pseudo-language: each file takes those of the English one, and makes them as it is loaded. */
export function writePseudoFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(ENGLISH).filter((name) => !name.endsWith('.test.ts'))) {
    const from = JSON.stringify(join(ENGLISH, name))
    const text = readFileSync(join(ENGLISH, name), 'utf8')
    const names = Array.from(text.matchAll(/^export (?:const|function) (\w+)/gm), ([, each]) => each)
    const lines = names.map((each) => `export const ${each} = pseudoTexts(english.${each})`)
    const made = [
      `import * as english from ${from}`,
      `import { pseudoTexts } from ${JSON.stringify(MAKER)}`,
      ...lines,
      '',
    ].join('\n')
    writeFileSync(join(folder, name), AS_THEY_ARE.includes(name) ? `export * from ${from}\n` : made)
  }
}
