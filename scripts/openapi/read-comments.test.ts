import { expect, test } from 'vitest'
import { readComments } from './read-comments.ts'

const SOURCE = `import * as z from 'zod'

/** Kept for tests. */
const LIMIT = 3

/**
 * A thing
 * on two lines.
 * @param none
 */
export const Thing = z.object({
  name: z.string(),
  /** How many. */
  count: z.number(),
  other: z.string(),
})

/** Lost: nothing follows it. */

export const Event = z.discriminatedUnion('event', [
  /** The first. */
  z.object({
    event: z.literal('thing.made'),
    data: z.object({
      /** Why. */
      reason: z.string(),
    }),
  }),
  /** The second. */
  z.object({ event: z.literal('thing.gone'), data: Thing }),
  z.object({ event: z.literal('thing.unsaid'), data: Thing }),
])
`

test('a comment is that of the schema, the field or the event below it', () => {
  expect(Object.fromEntries(readComments(SOURCE))).toEqual({
    LIMIT: 'Kept for tests.',
    Thing: 'A thing on two lines.',
    'Thing.count': 'How many.',
    'Event.thing.made': 'The first.',
    'Event.reason': 'Why.',
    'Event.thing.gone': 'The second.',
  })
})
