import { expect, test } from 'vitest'
import { pseudoText, pseudoTexts } from './pseudo-text.ts'

test('a text stays readable, gets accents on every letter, and is longer by some 40 %', () => {
  const english = 'Open a room, share its link, talk. When the fuse has burned down, the room is gone.'
  const made = pseudoText(english)
  expect(made).not.toMatch(/[a-z]/i)
  expect(made.startsWith('Óóƥééññ áá řóóóóḿ, ')).toBe(true)
  expect(made.length / english.length).toBeGreaterThan(1.35)
  expect(made.length / english.length).toBeLessThan(1.5)
  expect(pseudoText(made)).toBe(made)
  expect(pseudoText('0:59 · 🔥')).toBe('0:59 · 🔥')
})

test('texts are made within lists and objects, and in what a function returns', () => {
  const node = new URL('https://chat.example')
  const texts = { a: 'to', list: ['do', 1], count: (number: number) => [`${number} go`, node], none: null }
  const { count, ...rest } = pseudoTexts(texts) as typeof texts
  expect(rest).toEqual({ a: 'ťóó', list: ['ďóó', 1], none: null })
  expect(count(3)).toEqual(['3 ğóó', node])
})
