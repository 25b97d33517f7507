import { makeRoomApi } from '../../../client/net/room-api.ts'
import { readLink } from './address.ts'
import { done, type Outcome, refuse } from './refusal.ts'
import type { Room } from './room.ts'

/** Returns a room as anyone with the link may see it. It takes no seat. */
export async function readRoom(link: string): Promise<Outcome<Room>> {
  const read = readLink(link)
  if (!read.ok) return read
  const { server, roomId } = read.value
  const reply = await makeRoomApi({ base: `${server}/` }).fetchRoom(roomId)
  return reply.ok ? done(reply.value) : refuse(reply.refusal)
}
