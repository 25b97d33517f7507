import { expect, test, vi } from 'vitest'
import { translateAlias } from './made-up-alias.ts'

// The page in German.
vi.mock('#i18n/animals.ts', () => import('./de/animals.ts'))

test.each([
  ['anonymous-badger-x7k2p', 'anonym-dachs-x7k2p'],
  ['anonymous-unicorn-x7k2p', 'anonymous-unicorn-x7k2p'],
  ['anonymous-constructor-x7k2p', 'anonymous-constructor-x7k2p'],
])('%s is %s in German', (alias, shown) => {
  expect(translateAlias(alias)).toBe(shown)
})
