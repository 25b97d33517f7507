import { expect, test } from 'vitest'
import type { Role } from '../../../protocol/participant.ts'
import { exampleRoom } from '../../../test/support/examples.ts'
import type { NamedParticipant } from '../room-state.ts'
import { mayClaimHost } from './may-claim-host.ts'

test.each<{ what: string; roles: [Role, ...Role[]]; unlisted?: Role; closesAt?: number; may: boolean }>([
  { what: 'no host is here', roles: ['participant', 'participant'], may: true },
  { what: 'a host is here', roles: ['participant', 'host'], may: false },
  { what: 'a large room has named a host', roles: ['participant'], unlisted: 'host', may: false },
  {
    what: 'a large room has named nobody but guests',
    roles: ['participant'],
    unlisted: 'participant',
    may: true,
  },
  { what: 'one is host', roles: ['host', 'participant'], may: false },
  { what: 'the room is a facilitator’s', roles: ['participant'], closesAt: 1_600_000, may: false },
])('where $what, becoming host is offered: $may', ({ roles, unlisted, closesAt, may }) => {
  const participants = roles.map((role, at) => ({ participantId: `p${at}`, alias: `p${at}`, role }))
  const room = exampleRoom(closesAt === undefined ? {} : { closesAt })
  const heardOf: Record<string, NamedParticipant> = {}
  if (unlisted) heardOf.other = { participantId: 'other', alias: 'Other', role: unlisted }
  expect(mayClaimHost({ room, me: participants[0] ?? null, participants, unlisted: heardOf })).toBe(may)
})
