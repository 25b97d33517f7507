import { expect, expectTypeOf, test } from 'vitest'
import type { AccountId, SessionId } from '../protocol/account.ts'
import { MessageId } from '../protocol/message.ts'
import type { ParticipantId } from '../protocol/participant.ts'
import { RoomId } from '../protocol/room.ts'
import { makeMessageId, makeParticipantId, makeRoomId } from './ids.ts'
import { makeSecret } from './secrets/secret.ts'
import { parseToken, writeToken } from './secrets/token.ts'

test('an id that is made here has the form that requests are checked for', () => {
  expect(RoomId.safeParse(makeRoomId()).success).toBe(true)
  expect(MessageId.safeParse(makeMessageId()).success).toBe(true)
  const token = { participantId: makeParticipantId(), secret: makeSecret<'seat'>(), relay: null }
  expect(parseToken(writeToken(token))).toEqual(token)
})

test('no id is taken for one of another kind, and no text for an id', () => {
  expectTypeOf<RoomId | MessageId | AccountId | SessionId | string>().not.toExtend<ParticipantId>()
  expectTypeOf<RoomId>().not.toExtend<ParticipantId | MessageId | AccountId | SessionId>()
  expectTypeOf<MessageId>().not.toExtend<ParticipantId | RoomId | AccountId | SessionId>()
  expectTypeOf<AccountId>().not.toExtend<ParticipantId | RoomId | MessageId | SessionId>()
  expectTypeOf<SessionId>().not.toExtend<ParticipantId | RoomId | MessageId | AccountId>()
  expectTypeOf<ParticipantId>().not.toExtend<RoomId | MessageId | AccountId | SessionId>()
  expectTypeOf<string>().not.toExtend<RoomId | MessageId | AccountId | SessionId>()
})
