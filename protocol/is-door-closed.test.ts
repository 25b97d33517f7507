import { expect, test } from 'vitest'
import { isDoorClosed } from './is-door-closed.ts'

test.for<[door: 'open' | 'knock', history: 'all' | 'from-join', keys: 1 | 2, isClosed: boolean]>([
  ['open', 'all', 1, false],
  ['open', 'all', 2, false],
  ['open', 'from-join', 1, false],
  ['open', 'from-join', 2, true],
  ['knock', 'all', 1, true],
  ['knock', 'all', 2, true],
  ['knock', 'from-join', 1, true],
  ['knock', 'from-join', 2, true],
])(
  'a door that is %s, with history %s and keys of version %s, is closed: %s',
  ([door, history, keys, is]) => {
    expect(isDoorClosed({ door, history, keys })).toBe(is)
  },
)
