import { formatEpochRoomPath } from '../../../client/crypto/epoch-link.ts'
import { makeRoomApi } from '../../../client/net/room-api.ts'
import { endOfKeys } from '../../../client/room/keys/end-of-keys.ts'
import { makeFirstEpoch } from '../../../client/room/keys/make-first-epoch.ts'
import { readLink, readServer } from './address.ts'
import { checkPassword } from './check-input.ts'
import { makeCookieJar } from './cookie-jar.ts'
import { done, type Outcome, refuse } from './refusal.ts'
import type { CreateRoomOptions, Room } from './room.ts'
import type { Seat } from './seat.ts'
import { makeSeatKeyStore } from './seat-keys.ts'

/** A room that was made. */
export interface CreatedRoom {
  /** The invite link, with its key behind the `#`. Whoever has it can come in. */
  link: string
  room: Room
  /** Whoever joins with it is the room's host. It takes no seat before that. */
  seat: Seat
}

/** Makes a room; end-to-end encrypted unless `encryption` says otherwise. */
export async function createRoom(options: CreateRoomOptions): Promise<Outcome<CreatedRoom>> {
  const { server: address, encryption = 'e2ee', password, ...rules } = options
  const read = readServer(address)
  if (!read.ok) return read
  const checked = checkPassword(password)
  if (!checked.ok) return checked
  const server = read.value
  const jar = makeCookieJar()
  const api = makeRoomApi({ base: `${server}/`, fetch: jar.fetch })
  const seat = { version: 1, server, name: null, ...(password !== undefined && { password }) } as const
  if (encryption === 'none') {
    const created = await api.createRoom({ ...rules, password, encryption })
    if (!created.ok) return refuse(created.refusal)
    const { roomId } = created.value
    const link = `${server}/room/${roomId}`
    if (!readLink(link).ok) return refuse('unreachable')
    return done({ link, room: created.value, seat: { ...seat, roomId, link, cookies: jar.toJson() } })
  }
  const store = makeSeatKeyStore()
  const first = await makeFirstEpoch(store, password, rules, Date.now())
  if (!first.ok) return refuse(first.refusal)
  const { keys, link: epochLink, fields } = first.value
  const created = await api.createRoom({ ...rules, ...fields })
  if (!created.ok) return refuse(created.refusal)
  // Whatever else answers calls with JSON has made no room.
  if (created.value.roomId !== fields.roomId) return refuse('unreachable')
  keys.recordEnd(endOfKeys(created.value, 'host'))
  await keys.save()
  const { roomId } = fields
  const link = server + formatEpochRoomPath(roomId, epochLink)
  const kept = store.toJson()
  return done({
    link,
    room: created.value,
    seat: { ...seat, roomId, link, cookies: jar.toJson(), ...(kept && { keys: kept }) },
  })
}
