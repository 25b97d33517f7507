import { expect, test } from 'vitest'
import { isKept } from './is-kept.ts'

test.for([
  { what: 'a stranger’s room', room: { encryption: 'none' }, is: false },
  { what: 'an encrypted room of a stranger', room: { encryption: 'e2ee' }, is: false },
  { what: 'a facilitator’s', room: { encryption: 'none', retainFor: 60 }, is: true },
  {
    what: 'a facilitator’s that is deleted at its end',
    room: { encryption: 'none', retainFor: 0 },
    is: true,
  },
  { what: 'an encrypted one of a facilitator', room: { encryption: 'e2ee', retainFor: 60 }, is: true },
  {
    what: 'an encrypted one that is deleted at its end',
    room: { encryption: 'e2ee', retainFor: 0 },
    is: false,
  },
] as const)('what is said is kept in $what: $is', ({ room, is }) => {
  expect(isKept(room)).toBe(is)
})
