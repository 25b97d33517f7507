import { expect, test } from 'vitest'
import { REACTION_CODE_MAX } from '../../../protocol/limits.ts'
import { exampleMessage } from '../../../test/support/examples.ts'
import { makeIdleCipher } from '../../../test/support/idle-cipher.ts'
import { MemoryKeyStore } from '../../../test/support/memory-key-store.ts'
import { makeRoomKey } from '../../crypto/room-key.ts'
import { MemberKeys } from '../keys/member-keys.ts'
import { findReactionCodes, REACTIONS } from './reaction-choices.ts'
import { EMOJI } from './reaction-codes.ts'

const isCode = (code: string) => new RegExp(`^[\\w-]{1,${REACTION_CODE_MAX}}$`).test(code)

test('there are 24 emoji and eight words, each with a name, and none twice', () => {
  expect([EMOJI.length, REACTIONS.length]).toEqual([24, 32])
  expect(new Set(REACTIONS.map(({ choice }) => choice)).size).toBe(32)
  expect(new Set(REACTIONS.map(({ name }) => name)).size).toBe(32)
})

test('every emoji is one letter to a reader, in the form that is drawn in colours', () => {
  const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })
  for (const emoji of EMOJI) {
    expect([...letters.segment(emoji)]).toHaveLength(1)
    expect(emoji).toMatch(/^(\p{Emoji_Presentation}|\p{Emoji}\ufe0f)$/u)
  }
})

test('in a room without encryption codes can be read, and a room takes them', async () => {
  const codes = await findReactionCodes(exampleMessage(1), null)
  const all = [...(codes?.values() ?? [])]
  expect(all).toEqual(expect.arrayContaining(['e-1f44d', 'e-2764-fe0f', 'w-yes', 'w-plus-one']))
  expect([new Set(all).size, all.every(isCode)]).toEqual([32, true])
})

test('in an encrypted room codes follow from the epoch in which the message was first said, and differ by message', async () => {
  const keys = await MemberKeys.makeKeys(exampleMessage(1).roomId, new MemoryKeyStore())
  for (const epoch of [1, 2])
    await keys.takeKey({ epoch, key: makeRoomKey() }, { door: null, password: null })
  const cipher = makeIdleCipher(keys)
  const find = async (seq: number, more: object) => [
    ...((await findReactionCodes({ ...exampleMessage(seq), ...more }, cipher))?.values() ?? []),
  ]
  const first = await find(1, { claim: { epoch: 1, seen: null } })
  expect([new Set(first).size, first.every(isCode)]).toEqual([32, true])
  // Edited in the second epoch.
  expect(await find(1, { edit: 1, epoch: 1, claim: { epoch: 2, seen: null } })).toEqual(first)
  // Read once: there is no envelope. Where there is one, the server can't have an older key used.
  expect(await find(1, { epoch: 1 })).toEqual(first)
  expect(await find(1, { epoch: 2, claim: { epoch: 1, seen: null } })).toEqual(first)
  expect(first).not.toContain((await find(2, { claim: { epoch: 1, seen: null } }))[0])
  expect(await findReactionCodes({ ...exampleMessage(1), epoch: 3 }, cipher)).toBeNull()
})
