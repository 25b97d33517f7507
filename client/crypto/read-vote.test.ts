import { expect, test } from 'vitest'
import { readVote } from './read-vote.ts'

test('a question, and a poll as the room would take it, say so', () => {
  expect(readVote({ kind: 'question', options: ['ignored'] })).toEqual({ kind: 'question' })
  expect(readVote({ kind: 'poll', options: ['  Mon day ', 'Tuesday'] })).toEqual({
    kind: 'poll',
    options: ['Mon day', 'Tuesday'],
  })
})

test('markup in an option is text', () => {
  const options = ['<img src=x onerror=alert(1)>', '<script>']
  expect(readVote({ kind: 'poll', options })).toEqual({ kind: 'poll', options })
})

const many = (count: number) => Array.from({ length: count }, (_, at) => `option ${at}`)

test.each([
  ['no options', undefined],
  ['options that are no list', { length: 2, 0: 'a', 1: 'b' }],
  ['one option', ['a']],
  ['eleven options', many(11)],
  ['ten thousand options', many(10_000)],
  ['options that are no text', ['a', 7]],
  ['an option of 201 characters', ['a', 'b'.repeat(201)]],
  ['an empty option', ['a', ' ']],
  ['an option that turns text around', ['a', 'b\u202ec']],
  ['half a character', ['a', '\ud83d']],
  ['the same option twice', ['a', ' a']],
])('a poll with %s is a text', (_, options) => {
  expect(readVote({ kind: 'poll', options })).toEqual({})
})

test('another kind is not known', () => {
  for (const kind of ['file', '', 7, null]) expect(readVote({ kind, options: ['a', 'b'] })).toBe(null)
})
