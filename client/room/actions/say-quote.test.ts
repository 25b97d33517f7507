import { expect, test } from 'vitest'
import { exampleMessage } from '../../../test/support/examples.ts'
import type { RoomMessage } from '../room-state.ts'
import { nameReactors } from './reactors.ts'
import { sayQuote } from './say-quote.ts'

const message = (more: Partial<RoomMessage>): RoomMessage => ({ ...exampleMessage(1), ...more })

test.each([
  { what: 'one line of it', of: message({ text: ' one\n\n two\t' }), said: 'one two' },
  {
    what: 'the beginning of a long one',
    of: message({ text: 'x'.repeat(201) }),
    said: `${'x'.repeat(200)}…`,
  },
  {
    what: 'no half of a letter',
    of: message({ text: `${'x'.repeat(199)}👋` }),
    said: `${'x'.repeat(199)}\ufffd…`,
  },
  { what: 'taken back', of: message({ text: '', deletedAt: 1 }), said: 'a message that was taken back' },
  {
    what: 'disappeared',
    of: message({ text: '', deletedAt: 1, deletedBy: 'expires' }),
    said: 'a message that has disappeared',
  },
  {
    what: 'read once, one’s own too',
    of: message({ text: 'a secret', burn: 10 }),
    said: 'a message to be read once',
  },
  { what: 'not to be opened', of: message({ text: '', opened: 'unreadable' }), said: /can’t be opened/ },
  { what: 'from before one came', of: null, said: /can’t be shown/ },
  { what: 'not here yet', of: undefined, said: '…' },
  { what: 'a file', of: message({ text: '', files: ['f'] }), said: 'a file' },
  { what: 'of somebody who is ignored', of: message({ participantId: 'rude' }), said: /ignore/ },
])('a quote is made by the reader: $what', ({ of, said }) => {
  expect(sayQuote(of, ['rude'])).toMatch(said instanceof RegExp ? said : new RegExp(`^${said}$`, 'u'))
})

test('who reacted is said by name, oneself last, and who left by what they were called', () => {
  const participants = [{ participantId: 'a', alias: 'Ada', role: 'participant' } as const]
  const me = { participantId: 'me', alias: 'Me', role: 'participant' } as const
  const state = { me, participants, messages: [message({ participantId: 'b', sender: 'Ben' })] }
  expect(nameReactors(['me', 'a', 'b', 'x'], state)).toBe('Ada, Ben, somebody who left and you')
})
