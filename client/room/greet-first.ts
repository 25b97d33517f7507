import type { Refusal } from '../../protocol/refusal.ts'
import type { Reply, Unreachable } from '../net/http.ts'
import type { RoomApi } from '../net/room-api.ts'
import type { EntryAnswer, Prompt } from './room-stage.ts'

/**
 * Returns what joining an encrypted room is asked with besides: to take no seat where a transcript is kept and the visitor
 * does not know it. The room decides, so that the others need not ask it before. Who has a seat already was greeted.
 */
export function greetFirst({ greeted }: Pick<EntryAnswer, 'greeted'>): { ifUnkept?: true } {
  return greeted ? {} : { ifUnkept: true }
}

/**
 * Returns what a visitor is told where joining was refused because a transcript is kept.
 * @returns null where it was refused for something else
 */
export async function findGreeting(
  api: Pick<RoomApi, 'fetchRoom'>,
  roomId: string,
  refusal: Refusal | Unreachable,
): Promise<Reply<Prompt> | null> {
  if (refusal.code !== 'transcript-kept') return null
  const reply = await api.fetchRoom(roomId)
  return reply.ok ? { ok: true, value: { is: 'greeting', room: reply.value } } : reply
}
