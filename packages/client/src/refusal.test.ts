import { expect, test } from 'vitest'
import { STATUS } from '../../../protocol/refusal.ts'
import { refuse } from './refusal.ts'

test('every refusal of the server has a sentence, and says what to do', () => {
  for (const code of Object.keys(STATUS)) {
    const { refusal } = refuse({ code })
    expect(refusal.message).toMatch(/^[A-Z].+\.$/)
    expect(['retry', 'fix', 'final']).toContain(refusal.advice)
  }
})

test('what the server says and how long to wait is handed on; a code of a later version is for a person', () => {
  expect(refuse({ code: 'slow-down', message: 'Wait.', retryAfter: 3 }).refusal).toEqual({
    code: 'slow-down',
    message: 'Wait.',
    advice: 'retry',
    retryAfter: 3,
  })
  const issues = [
    { path: 'capacity', message: 'Use 2 or more.' },
    { path: '', message: 'Give at least one field.' },
  ]
  expect(refuse({ code: 'invalid-request', message: 'See the issues.', issues }).refusal.message).toBe(
    'capacity: Use 2 or more. Give at least one field.',
  )
  expect(refuse({ code: 'of-tomorrow' }).refusal).toMatchObject({ code: 'of-tomorrow', advice: 'fix' })
  expect(refuse('unreachable').refusal.advice).toBe('retry')
  expect(refuse('room-over').refusal.advice).toBe('final')
})

test('what a server may not have said is left out, and a code is looked up among codes alone', () => {
  const said = { code: 'constructor', message: 5, retryAfter: '\x1b]0;x\x07', issues: 'all' }
  expect(refuse(JSON.parse(JSON.stringify(said))).refusal).toEqual({
    code: 'constructor',
    message: 'The server refused for a reason that this version does not know.',
    advice: 'fix',
  })
  const issues = [null, { path: [], message: 'x' }, { path: 'text', message: 'Too long.' }]
  expect(refuse(JSON.parse(JSON.stringify({ code: 'invalid-request', issues }))).refusal.issues).toEqual([
    { path: 'text', message: 'Too long.' },
  ])
})
