import { expect, test } from 'vitest'
import { requireRoomKey } from '../../test/support/epoch-fixtures.ts'
import { EpochKeys } from './epoch-keys.ts'
import { deriveReactionCodes, type ReactionChoice } from './reaction-code.ts'

const ROOM = 'V1StGXR8_Z5jdHi6B-myT'
const TARGET = { participantId: 'a1B2c3D4e5F6g7H8i9J0k', id: 'm1' }
const KEY = 'YGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn8'
const OTHER_KEY = 'oKGio6SlpqeoqaqrrK2ur7CxsrO0tba3uLm6u7y9vr8'
const CHOICES: ReactionChoice[] = ['option:0', 'option:1', 'emoji:👍', 'emoji:❤️']

async function codesFor(
  change: Partial<typeof TARGET> & { roomId?: string; epoch?: number; key?: string } = {},
): Promise<string[]> {
  const { roomId = ROOM, epoch = 1, key = KEY, ...target } = change
  const keys = await EpochKeys.fromKey({ roomId, epoch }, requireRoomKey(key))
  return [...(await deriveReactionCodes(keys, { ...TARGET, ...target }, CHOICES)).values()]
}

test('each choice has a code that the room takes, and everybody with the key derives the same', async () => {
  const codes = await codesFor()
  expect(new Set(codes).size).toBe(CHOICES.length)
  for (const code of codes) expect(code).toMatch(/^[A-Za-z0-9_-]{12}$/)
  expect(await codesFor()).toEqual(codes)
})

test.for([
  { what: 'another message', change: { id: 'm2' } },
  { what: 'a message of the same id by another', change: { participantId: 'b1B2c3D4e5F6g7H8i9J0k' } },
  { what: 'another room', change: { roomId: 'W1StGXR8_Z5jdHi6B-myT' } },
  { what: 'another key', change: { key: OTHER_KEY } },
])('$what shares no code', async ({ change }) => {
  const codes = new Set([...(await codesFor()), ...(await codesFor(change))])
  expect(codes.size).toBe(2 * CHOICES.length)
})
