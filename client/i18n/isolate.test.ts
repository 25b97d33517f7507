import { expect, test } from 'vitest'
import { isolate } from './isolate.ts'

test('what stands in a sentence can’t end its own isolation', () => {
  expect(isolate('Ada')).toBe('\u2068Ada\u2069')
  expect(isolate('Ada\u2069 \u202egone\u2067')).toBe('\u2068Ada gone\u2069')
})
