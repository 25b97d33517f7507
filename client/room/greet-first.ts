import type { Refusal } from '../../protocol/refusal.ts'
import type { Reply, Unreachable } from '../net/http.ts'
import type { RoomApi } from '../net/room-api.ts'
import type { EntryAnswer, Prompt } from './room-stage.ts'

/** Refusals of a room that a visitor has to be told something of first. */
const UNGREETED = new Set<string>(['transcript-kept', 'door-closed'])

/**
 * Returns what joining an encrypted room is asked with besides: to take no seat where a transcript is kept, and not to knock
 * at a closed door, as long as the visitor does not know of it. The room decides, so that the others need not ask it before.
 * Who has a seat or waits already was greeted.
 */
export function greetFirst({ greeted }: Pick<EntryAnswer, 'greeted'>): { ifUnkept?: true; ifOpen?: true } {
  return greeted ? {} : { ifUnkept: true, ifOpen: true }
}

/**
 * Returns what a visitor is told where joining was refused because they have to know something first.
 * @returns null where it was refused for something else
 */
export async function findGreeting(
  api: Pick<RoomApi, 'fetchRoom'>,
  roomId: string,
  refusal: Refusal | Unreachable,
): Promise<Reply<Prompt> | null> {
  if (!UNGREETED.has(refusal.code)) return null
  const reply = await api.fetchRoom(roomId)
  return reply.ok ? { ok: true, value: { is: 'greeting', room: reply.value } } : reply
}
