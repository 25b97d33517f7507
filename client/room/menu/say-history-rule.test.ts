import { expect, test } from 'vitest'
import { exampleRoom } from '../../../test/support/examples.ts'
import { sayHistoryRule } from './say-history-rule.ts'

test('those inside are told that newcomers read nothing older, once', () => {
  const says = (room: Parameters<typeof exampleRoom>[0]) => sayHistoryRule(exampleRoom(room))
  expect(says({ history: 'from-join' })).toBe('Who comes later can’t read what was said before.')
  expect(says({ history: 'all' })).toBe(null)
  expect(says({ history: 'from-join', encryption: 'e2ee', keys: 2 })).toBe(null)
})
