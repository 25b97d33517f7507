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

test.each(['Dudley', 'Gastgeberin', 'Du Bois'])('%s is a name like any other there', (name) => {
  expect(isReserved(name)).toBe(false)
})
