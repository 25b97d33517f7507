import { expect, test } from 'vitest'
import { PRESENCE_LISTED_MAX } from '../../../protocol/limits.ts'
import type { Role } from '../../../protocol/participant.ts'
import { EventQueue } from '../../broadcast/event-queue.ts'
import { claimParticipantId } from '../../ids.ts'
import { type RoomParticipant, toRoomParticipant } from './participant.ts'
import { PresenceEvents } from './presence-events.ts'

function makeParticipant(n: number, role: Role = 'participant'): RoomParticipant {
  return toRoomParticipant({
    seatNumber: n,
    participantId: claimParticipantId(`p${n}`),
    alias: `Guest ${n}`,
    role,
    tokenHash: null,
    hasSpoken: false,
    hasSpokenAsAlias: false,
    idleSince: null,
    connectedSince: null,
    hasClosed: false,
    isRemoved: false,
    relay: null,
    card: null,
    mutedUntil: null,
    handRaisedAt: null,
    fromSeq: 0,
    seatedSeq: 0,
    hasHostToken: false,
  })
}

/** What is enqueued about a guest of a room with a host and so many present: its event, and who alone gets it. */
function enqueue(count: number, isRole: boolean) {
  const host = makeParticipant(1, 'host')
  const others = Array.from({ length: count - 1 }, (_, at) => makeParticipant(at + 2))
  const everyone = [host, ...others]
  const events = new EventQueue()
  const presenceEvents = new PresenceEvents({
    events,
    participants: {
      byId: new Map(everyone.map((each) => [each.participantId, each])),
      managers: new Set([host]),
    },
    present: new Set(everyone),
    onCountEnqueued: () => {},
  })
  presenceEvents.enqueueManaged(others[0] as RoomParticipant, { by: host.participantId, isRole })
  presenceEvents.stop()
  return events.takeEvents().map(({ json, onlyParticipantIds }) => [JSON.parse(json), onlyParticipantIds])
}

test.for<[present: number, isRole: boolean, only: string[] | undefined]>([
  [PRESENCE_LISTED_MAX, true, undefined],
  [PRESENCE_LISTED_MAX, false, undefined],
  [PRESENCE_LISTED_MAX + 1, true, undefined],
  [PRESENCE_LISTED_MAX + 1, false, ['p1', 'p2']],
])('with %i present, a change (of the role: %s) is told to %j alone', ([present, isRole, only]) => {
  const data = { participantId: 'p2', alias: 'Guest 2', role: 'participant', present, by: 'p1' }
  expect(enqueue(present, isRole)).toEqual([[{ event: 'presence.update', data }, only]])
})
