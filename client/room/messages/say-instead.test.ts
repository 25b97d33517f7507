import { expect, test } from 'vitest'
import { exampleMessage } from '../../../test/support/examples.ts'
import { sayInstead } from './say-instead.ts'

const message = exampleMessage(7)

test.each([
  { what: 'nothing, while it is not here', of: null, ignored: [], says: null },
  { what: 'nothing, where its text is to be seen', of: message, ignored: ['somebody'], says: null },
  {
    what: 'that its author is ignored',
    of: message,
    ignored: [message.participantId],
    says: 'hidden, since you ignore them',
  },
  { what: 'that it is gone', of: { ...message, deletedAt: 5 }, ignored: [], says: 'This message is gone.' },
  {
    what: 'that it is read once',
    of: { ...message, burn: 5 },
    ignored: [],
    says: 'A message to be read once.',
  },
])('on top stands $what', ({ of, ignored, says }) => {
  expect(sayInstead(of, ignored)).toBe(says)
})
