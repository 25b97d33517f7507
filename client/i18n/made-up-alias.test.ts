import { expect, test } from 'vitest'
import { cleanAlias } from '../../protocol/text.ts'
import { writeMadeUpAlias as writeInGerman } from './de/animals.ts'
import { makeUpAlias, translateAlias } from './made-up-alias.ts'

test('a name that is made up is one that a room takes, and stays what it is in English', () => {
  const alias = makeUpAlias()
  expect(cleanAlias(alias)).toBe(alias)
  expect(translateAlias(alias)).toBe(alias)
})

test.each(['Ada', 'anonymous', 'anonymous-wolf-x7k2p-2', 'Anonymous-wolf-x7k2p'])(
  '%s is nobody’s made-up name',
  (name) => {
    expect(translateAlias(name)).toBe(name)
  },
)

test.each([
  ['anonymous-badger-x7k2p', 'anonym-dachs-x7k2p'],
  ['anonymous-unicorn-x7k2p', 'anonymous-unicorn-x7k2p'],
  ['anonymous-constructor-x7k2p', 'anonymous-constructor-x7k2p'],
])('%s is %s in German', (alias, shown) => {
  expect(translateAlias(alias, writeInGerman)).toBe(shown)
})
