import { expect, test } from 'vitest'
import { looksOf } from './name-looks.ts'
import { makeReservedRule } from './reserved-names.ts'

const isReserved = makeReservedRule((name) => looksOf(name, new Map([['І', 'l']])), {
  self: 'du',
  roles: ['gastgeber', 'مضيف'],
})

test.each(['Du', 'Ada (du)', 'Gastgeber', 'Ada · GASTGEBER', 'مضيف', 'You', 'Ada (host)'])(
  '%s looks like what a page in another language says beside names',
  (name) => {
    expect(isReserved(name)).toBe(true)
  },
)

test('a word of the page counts without its marks, too', () => {
  const looks = (name: string) => looksOf(name, new Map())
  const isFrench = makeReservedRule(looks, { self: 'Vous', roles: ['hôte'] })
  const isArabic = makeReservedRule(looks, { self: 'أنت', roles: ['ميسّر'] })
  expect(['Hôte', 'HOTE', 'Léa (hote)', 'Côte'].map(isFrench)).toEqual([true, true, true, false])
  expect(['ميسّر', 'ميسر', 'انت', 'سمر'].map(isArabic)).toEqual([true, true, true, false])
})

test.each(['Dudley', 'Gastgeberin', 'Du Bois'])('%s is a name like any other there', (name) => {
  expect(isReserved(name)).toBe(false)
})
