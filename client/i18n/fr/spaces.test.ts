import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The strings in the files of this folder. No string has a straight apostrophe in it. */
const strings = readdirSync(import.meta.dirname)
  .filter((name) => !name.endsWith('.test.ts'))
  .flatMap((name) => readFileSync(join(import.meta.dirname, name), 'utf8').match(/'[^'\n]*'/g) ?? [])

test('no line of a French page breaks in front of a mark that stands apart, or within the quotes', () => {
  expect(strings.length).toBeGreaterThan(500)
  expect(strings.filter((string) => / [;:!?»]|« |\w[;!?](?!\w)|«\S?\w/.test(string))).toEqual([])
})
