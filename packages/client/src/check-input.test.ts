import { expect, test } from 'vitest'
import { checkMessage, checkName, checkPassword } from './check-input.ts'
import type { Outcome } from './refusal.ts'

const pathsOf = ({ refusal }: Outcome<void>) => refusal?.issues?.map(({ path }) => path) ?? []

test.for([
  ['Ada', []],
  ['', ['alias']],
  ['x'.repeat(33), ['alias']],
  ['a\u202eb', ['alias']],
] as const)('the name %j is checked as the server would', ([name, paths]) => {
  expect(pathsOf(checkName(name))).toEqual(paths)
})

test.for([
  [undefined, []],
  ['1234', []],
  ['123', ['password']],
  ['', ['password']],
  ['x'.repeat(129), ['password']],
] as const)('the password %j is checked as the server would', ([password, paths]) => {
  expect(pathsOf(checkPassword(password))).toEqual(paths)
})

test.for([
  ['hello', {}, []],
  [' ', {}, ['text']],
  ['hello', { id: 'a b' }, ['id']],
  ['hello', { expires: 4 }, ['expires']],
  ['hello', { expires: 60, burn: 0.5 }, ['burn']],
  ['Tea?', { kind: 'poll', options: ['yes', 'no'] }, []],
  ['Tea?', { kind: 'poll' }, ['options']],
  ['Tea?', { kind: 'poll', options: ['yes', ''] }, ['options.1']],
] as const)('%s with %j is refused for %j', ([text, options, paths]) => {
  expect(pathsOf(checkMessage(text, options))).toEqual(paths)
})
