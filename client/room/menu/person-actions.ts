import type { Participant } from '../../../protocol/participant.ts'

/** What a host can do with somebody else, as the server allows it (docs/protocol.md, "Who may do what"). */
export type PersonAction = 'make-host' | 'take-role' | 'mute' | 'unmute' | 'lower-hand' | 'remove'

/**
 * Returns what somebody can do with somebody else, in the order of the buttons; nothing for a participant.
 * @param now Unix milliseconds by the server's clock: being muted runs out by itself
 */
export function findPersonActions(
  me: Pick<Participant, 'role'>,
  person: Pick<Participant, 'role' | 'muted' | 'hand'>,
  now: number,
): PersonAction[] {
  if (me.role === 'participant') return []
  const lowering: PersonAction[] = person.hand === undefined ? [] : ['lower-hand']
  if (person.role === 'facilitator') return lowering
  if (person.role === 'host') return [...lowering, 'take-role']
  return [...lowering, 'make-host', (person.muted ?? 0) > now ? 'unmute' : 'mute', 'remove']
}
