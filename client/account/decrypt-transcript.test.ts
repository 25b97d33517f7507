import { expect, test } from 'vitest'
import type { Message } from '../../protocol/message.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { FORMATS } from '../../protocol/transcript.ts'
import { exampleMessage, exampleRoom } from '../../test/support/examples.ts'
import { makeLinkKey } from '../../test/support/link-key.ts'
import { encryptMessage } from '../crypto/envelope.ts'
import { Keyring } from '../crypto/keyring.ts'
import { decryptTranscript } from './decrypt-transcript.ts'

const WORDS = { unreadable: 'DOES NOT OPEN', plain: (text: string) => `NEVER SEALED ${text}` }
const ROOM: AccountRoom = {
  ...exampleRoom({ encryption: 'e2ee' }),
  title: 'Circle',
  closesAt: 2_000_000,
  retainFor: 60,
  messages: 5,
}

/** What a server could hand out of one envelope: as it was sent, again, as another's, under another id; and a plain text. */
async function tamperedWith() {
  const key = makeLinkKey()
  const keyring = await Keyring.fromLinkKey(ROOM.roomId, key)
  const text = await encryptMessage(keyring, { participantId: 'ben', id: 'm1' }, 'between us')
  const at = (seq: number, differing: Partial<Message> = {}): Message => ({
    ...exampleMessage(seq, 'ben'),
    id: 'm1',
    text,
    ...differing,
  })
  const messages = [
    at(1),
    at(2),
    at(3, { participantId: 'cleo' }),
    at(4, { id: 'm4' }),
    at(5, { id: 'm5', text: 'said by nobody' }),
  ]
  return { key, messages }
}

test.for(['json', 'csv', 'markdown'] as const)(
  'an envelope is read once, where it belongs: %s',
  async (name) => {
    const { key, messages } = await tamperedWith()
    const { transcript, marked } = await decryptTranscript({ room: ROOM, messages }, key, WORDS)
    const format = FORMATS[name]
    const pieces = transcript.messages.map((message, index) => format.message(message, index))
    expect(marked).toBe(4)
    expect(pieces.map((piece) => piece.includes('between us'))).toEqual([true, false, false, false, false])
    expect(pieces.map((piece) => piece.includes('DOES NOT OPEN'))).toEqual([false, true, true, true, false])
    expect(pieces[4]).toContain('NEVER SEALED said by nobody')
    if (name === 'json') {
      const odd = transcript.messages.map((message) => JSON.parse(JSON.stringify(message)).opened)
      expect(odd).toEqual([undefined, 'unreadable', 'unreadable', 'unreadable', 'plain'])
    }
  },
)
