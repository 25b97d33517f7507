import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { EPOCHS_MAX } from '../../protocol/key-limits.ts'
import { ALIAS_MAX, MESSAGE_ID_MAX, MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { damage } from '../../test/support/damage.ts'
import { decode, derive, open, pad, seal, unpad } from '../../test/support/epoch-crypto.ts'
import {
  countTextBytes,
  decryptContent,
  EPOCH_TEXT_MAX,
  encryptContent,
  FILE_DETAILS_MAX,
  type MessageContent,
  readEnvelopeEpoch,
} from './epoch-envelope.ts'
import { EpochKeys } from './epoch-keys.ts'
import { makeFileKey } from './file-cipher.ts'
import { FILE_FIELDS, type MessageFile } from './message-file.ts'
import { makeRoomKey } from './room-key.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const roomKey = makeRoomKey()
const address = { participantId: 'a1B2c3D4e5F6g7H8i9J0k', id: 'message-1' }
const seen = { seq: 7, participantId: 'Zz_9-8Yy7Xx6Ww5Vv4Uu3', id: 'm0' }
const content: MessageContent = { name: 'Ada', at: 1_795_764_600_000, seen, text: 'hello' }
const UNREADABLE = { is: 'unreadable' }
let keys: EpochKeys

const keysOf = (epoch: number, key = roomKey, roomId = ROOM) => EpochKeys.fromKey({ roomId, epoch }, key)
const linesOf = (edit = 0) => ['e2', ROOM, 3, address.participantId, address.id, edit]
const messageKey = () => derive(Buffer.from(roomKey), `message ${address.participantId}`, ROOM)

/** Encrypts JSON of somebody who has the room key and keeps to no rule. */
const forge = (json: unknown) => `e2.3.${seal(messageKey(), linesOf(), pad('message', JSON.stringify(json)))}`
const forged = (change: object) => forge({ kind: 'text', edit: 0, ...content, ...change })
const read = (envelope: string) => decryptContent(keys, address, envelope)

beforeAll(async () => {
  keys = await keysOf(3)
})

test('what is encrypted is decrypted, whatever is said', async () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(
      line,
      fc.nat(),
      fc.option(fc.constant(seen)),
      fc.nat(9),
      async (text, at, last, edit) => {
        const said: MessageContent = { name: 'Ada', at, seen: last, text }
        const envelope = await encryptContent(keys, { ...address, edit }, said)
        expect(await decryptContent(keys, { ...address, edit }, envelope)).toEqual({
          is: 'text',
          content: said,
        })
      },
    ),
  )
})

test('the second implementation reads an envelope, and what it makes is read', async () => {
  const envelope = await encryptContent(keys, address, content)
  expect(unpad(open(messageKey(), linesOf(), envelope.slice('e2.3.'.length)))).toEqual({
    kind: 'text',
    edit: 0,
    ...content,
  })
  expect(await read(forged({}))).toEqual({ is: 'text', content })
  expect(await read(forged({ later: { is: 'ignored' } }))).toEqual({ is: 'text', content })
})

test('what a message answers is in its envelope, and what is no number of a message is passed over', async () => {
  const answer = { ...content, replyTo: 3 }
  expect(await read(await encryptContent(keys, address, answer))).toEqual({ is: 'text', content: answer })
  expect(await read(forged({ kind: 'question', replyTo: 3 }))).toMatchObject({ content: { replyTo: 3 } })
  for (const replyTo of [0, -1, 1.5, 2 ** 53, '3', null, [3], {}])
    expect(await read(forged({ replyTo }))).toEqual({ is: 'text', content })
})

test('envelopes come in four lengths only, and the longest fits a message in the last epoch', async () => {
  const last = await keysOf(EPOCHS_MAX)
  const lengths = new Set<number>()
  for (const length of [1, 80, 300, 500, 1_700, 2_100, 5_900, 6_200, EPOCH_TEXT_MAX]) {
    const envelope = await encryptContent(last, address, { ...content, text: 'x'.repeat(length) })
    expect(envelope.length).toBeLessThanOrEqual(MESSAGE_MAX_BYTES)
    lengths.add(decode(envelope.slice('e2.4096.'.length)).length - 28)
  }
  expect([...lengths]).toEqual([512, 2_048, 6_144, 12_252])
})

test('a text of the greatest length fits beside the longest of everything else, and none of twice that length', async () => {
  const most: MessageContent = {
    name: '👋'.repeat(ALIAS_MAX),
    at: Number.MAX_SAFE_INTEGER,
    seen: { seq: Number.MAX_SAFE_INTEGER, participantId: seen.participantId, id: 'm'.repeat(MESSAGE_ID_MAX) },
    text: 'x'.repeat(EPOCH_TEXT_MAX),
    replyTo: Number.MAX_SAFE_INTEGER,
  }
  const long = { ...address, id: 'm'.repeat(MESSAGE_ID_MAX), edit: Number.MAX_SAFE_INTEGER }
  expect(await decryptContent(keys, long, await encryptContent(keys, long, most))).toEqual({
    is: 'text',
    content: most,
  })
  const tooLong = { ...content, text: 'x'.repeat(2 * EPOCH_TEXT_MAX) }
  await expect(encryptContent(keys, address, tooLong)).rejects.toThrow(RangeError)
})

test('the bytes of a text are those of its JSON', () => {
  expect(countTextBytes('')).toBe(0)
  expect(countTextBytes('hello')).toBe(5)
  expect(countTextBytes('é👋')).toBe(6)
  expect(countTextBytes('"a"\n\\')).toBe(9)
})

test('an envelope that is moved is unreadable', async () => {
  const envelope = await encryptContent(keys, address, content)
  const later = await keysOf(4)
  expect(await decryptContent(keys, { ...address, id: 'message-2' }, envelope)).toEqual(UNREADABLE)
  expect(await decryptContent(keys, { ...address, participantId: seen.participantId }, envelope)).toEqual(
    UNREADABLE,
  )
  expect(await decryptContent(keys, { ...address, edit: 1 }, envelope)).toEqual(UNREADABLE)
  expect(await decryptContent(later, address, envelope)).toEqual(UNREADABLE)
  expect(await decryptContent(later, address, envelope.replace('e2.3.', 'e2.4.'))).toEqual(UNREADABLE)
  expect(await decryptContent(await keysOf(3, makeRoomKey()), address, envelope)).toEqual(UNREADABLE)
  const elsewhere = await keysOf(3, roomKey, `${ROOM.slice(1)}x`)
  expect(await decryptContent(elsewhere, address, envelope)).toEqual(UNREADABLE)
})

test('a damaged envelope is unreadable, and nothing throws', async () => {
  const envelope = await encryptContent(keys, address, content)
  for (const damaged of damage(envelope)) expect(await read(damaged)).toEqual(UNREADABLE)
})

test('a message of a kind that is not known says so', async () => {
  for (const kind of ['file', 'picture', '', 7, null])
    expect(await read(forged({ kind }))).toEqual({ is: 'unknown-kind' })
})

test('a question and a poll come out as they went in', async () => {
  const options = ['Monday', '<b>Tuesday</b>']
  for (const vote of [{ kind: 'question' as const }, { kind: 'poll' as const, options }]) {
    const asked = { ...content, ...vote }
    expect(await read(await encryptContent(keys, address, asked))).toEqual({ is: 'text', content: asked })
  }
})

test('a poll of as many options as an envelope holds is a text', async () => {
  const poll = await read(forged({ kind: 'poll', options: Array(2_800).fill('a') }))
  expect(poll).toEqual({ is: 'text', content })
})

/** A file of which everything is said, and as long as it may be. */
const LONGEST_FILE: MessageFile = {
  id: 'q7XcZ0aB1cD2eF3gH4iJ5',
  key: makeFileKey(),
  name: `${'x'.repeat(251)}.jpg`,
  type: `application/${'x'.repeat(80)}`,
  size: 26_214_400,
  chunks: 50,
  width: FILE_FIELDS.side,
  height: FILE_FIELDS.side,
  preview: 'x'.repeat(FILE_FIELDS.preview),
  duration: FILE_FIELDS.duration,
  wave: 'x'.repeat(FILE_FIELDS.wave),
}

test('what is said of a file fits beside the longest text that may stand there', async () => {
  const text = 'x'.repeat(EPOCH_TEXT_MAX - FILE_DETAILS_MAX)
  const most = { ...content, name: '👋'.repeat(ALIAS_MAX), text, files: [LONGEST_FILE] }
  expect(await read(await encryptContent(keys, address, most))).toEqual({ is: 'text', content: most })
  expect(countTextBytes(JSON.stringify(LONGEST_FILE))).toBeLessThan(FILE_DETAILS_MAX)
})

test('files that are made up leave a text, which says that it had some', async () => {
  for (const files of [null, 'file', {}, [{}], [{ ...LONGEST_FILE, key: '' }]])
    expect(await read(forged({ files }))).toEqual({ is: 'text', content: { ...content, files: [] } })
})

test('a message whose fields are none is unreadable', async () => {
  for (const change of [
    { name: undefined },
    { name: 7 },
    { name: 'A'.repeat(ALIAS_MAX + 1) },
    { name: '\ud83d' },
    { at: undefined },
    { at: -1 },
    { at: 1.5 },
    { at: '7' },
    { at: 1e300 },
    { seen: undefined },
    { seen: 7 },
    { seen: [] },
    { seen: {} },
    { seen: { ...seen, seq: -1 } },
    { seen: { ...seen, participantId: '' } },
    { seen: { ...seen, participantId: 'a\nb' } },
    { seen: { ...seen, id: 'm'.repeat(MESSAGE_ID_MAX + 1) } },
    { seen: { ...seen, id: { toString: 1 } } },
    { edit: 1 },
    { edit: undefined },
    { text: undefined },
    { text: 7 },
    { text: '\ud83d' },
  ])
    expect(await read(forged(change)), JSON.stringify(change)).toEqual(UNREADABLE)
  for (const json of [null, 7, 'text', true]) expect(await read(forge(json))).toEqual(UNREADABLE)
})

test('a name that nobody may choose is not shown, and what they say is', async () => {
  expect(await read(forged({ name: 'Ada\u202e' }))).toEqual({
    is: 'text',
    content: { ...content, name: null },
  })
})

test('whatever somebody with the room key says, reading it does not throw', async () => {
  const odd = fc.record({
    kind: fc.constant('text'),
    name: fc.jsonValue(),
    at: fc.jsonValue(),
    seen: fc.jsonValue(),
  })
  await fc.assert(
    fc.asyncProperty(odd, async (json) => {
      const { is } = await read(forge(json))
      expect(is).toBe('unreadable')
    }),
  )
})

test('the epoch of an envelope is read from its beginning, and written in one way only', () => {
  expect(readEnvelopeEpoch('e2.1.abc')).toBe(1)
  expect(readEnvelopeEpoch('e2.4096.abc')).toBe(4_096)
  for (const other of [
    '',
    'hello',
    'e1.abc',
    'e3.1.abc',
    'e2.0.abc',
    'e2.01.abc',
    'e2.-1.abc',
    'e2.1e1.abc',
    'e2.12345.a',
    'c2.1.a',
    ' e2.1.a',
  ])
    expect(readEnvelopeEpoch(other), other).toBeNull()
})

test('each sender and each purpose has a key of its own, which can not be taken out', async () => {
  const purposes = ['message a', 'message b', 'card', 'back', 'tab-storage'] as const
  for (const purpose of purposes) {
    const key = await keys.getKey(purpose)
    expect(key.extractable).toBe(false)
    const text = seal(derive(Buffer.from(roomKey), purpose, ROOM), [], 'x')
    for (const other of purposes) {
      const [iv, ciphertext] = [decode(text).subarray(0, 12), decode(text).subarray(12)]
      const additionalData = new Uint8Array()
      const opened = crypto.subtle.decrypt(
        { name: 'AES-GCM', iv, additionalData },
        await keys.getKey(other),
        ciphertext,
      )
      if (other === purpose) await expect(opened).resolves.toBeDefined()
      else await expect(opened).rejects.toThrow()
    }
  }
})
