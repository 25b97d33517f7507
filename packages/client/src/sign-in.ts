import { completePatch } from '../../../client/account/open-plan-door.ts'
import { planRotatingRoom } from '../../../client/account/plan-rotating-room.ts'
import { formatEpochRoomPath } from '../../../client/crypto/epoch-link.ts'
import { type AccountApi, makeAccountApi } from '../../../client/net/account-api.ts'
import type { Account } from '../../../protocol/account.ts'
import { readLink, readServer } from './address.ts'
import { checkPassword } from './check-input.ts'
import { type CookieJar, makeCookieJar } from './cookie-jar.ts'
import type {
  Facilitator,
  FacilitatorSession,
  Plan,
  PlanChange,
  PlannedRoom,
  TranscriptOptions,
} from './facilitator.ts'
import { type FacilitatorKeys, loadFacilitatorKeys } from './facilitator-keys.ts'
import { OpenedSeat } from './opened-seat.ts'
import { readTranscript } from './read-transcript.ts'
import { done, type Outcome, refuse, toOutcome } from './refusal.ts'
import type { RoomSession } from './room-session.ts'
import { startRoomSession } from './start-room-session.ts'

/** Who signs in, and where. */
export interface Credentials {
  /** Where the deployment is, such as `https://chat.example`. */
  server: string
  email: string
  /** 10 to 256 characters. */
  password: string
}

/** Signs in to a facilitator's account. */
export function signIn({ server, email, password }: Credentials): Promise<Outcome<Facilitator>> {
  return open(server, (api) => api.signIn({ email, password }))
}

/** Makes a facilitator's account, and signs in. `recoveryCodes` of what it returns are shown this once. */
export function signUp({ server, email, password }: Credentials): Promise<Outcome<Facilitator>> {
  return open(server, (api) => api.signUp({ email, password }))
}

/** Goes on with a session that was kept. */
export async function resumeFacilitator(session: FacilitatorSession): Promise<Outcome<Facilitator>> {
  if (session.version !== 1) return refuse('bad-seat')
  return open(session.server, (api) => api.fetchAccount(), session)
}

type AccountAnswer = Awaited<ReturnType<AccountApi['fetchAccount' | 'signUp']>>

async function open(
  address: string,
  ask: (api: AccountApi) => Promise<AccountAnswer>,
  kept?: FacilitatorSession,
): Promise<Outcome<Facilitator>> {
  const read = readServer(address)
  if (!read.ok) return read
  const jar = makeCookieJar(kept?.cookies)
  const keys = await loadFacilitatorKeys(kept?.keys ?? {})
  if (keys === null) return refuse('bad-seat')
  const api = makeAccountApi({ base: `${read.value}/`, fetch: jar.fetch })
  return toOutcome(await ask(api), (account) => new SignedIn(account, { server: read.value, jar, keys, api }))
}

interface SignedInParts {
  server: string
  jar: CookieJar
  keys: FacilitatorKeys
  api: AccountApi
}

/** What signing in returns. */
class SignedIn implements Facilitator {
  readonly email: string
  readonly recoveryCodes: readonly string[]
  readonly #parts: SignedInParts

  constructor(account: Account & { recoveryCodes?: string[] }, parts: SignedInParts) {
    this.email = account.email
    this.recoveryCodes = account.recoveryCodes ?? []
    this.#parts = parts
  }

  get session(): FacilitatorSession {
    const { server, jar, keys } = this.#parts
    return { version: 1, server, cookies: jar.toJson(), keys: keys.toJson() }
  }

  async rooms(): Promise<Outcome<readonly PlannedRoom[]>> {
    return toOutcome(await this.#parts.api.fetchRooms(), ({ rooms }) => rooms)
  }

  async scheduleRoom(plan: Plan): Promise<Outcome<{ room: PlannedRoom; link: string }>> {
    const checked = checkPassword(plan.password)
    if (!checked.ok) return checked
    const { server, api, keys } = this.#parts
    const { encryption = 'e2ee', ...rest } = plan
    if (encryption === 'none')
      return toOutcome(await api.scheduleRoom({ ...rest, encryption }), (room) => ({
        room,
        link: `${server}/room/${room.roomId}`,
      }))
    const planned = await planRotatingRoom({ ...rest, encryption }, { api, store: keys, name: '' })
    return toOutcome(planned, ({ room, link }) => ({
      room,
      link: server + formatEpochRoomPath(room.roomId, link),
    }))
  }

  async changeRoom(roomId: string, change: PlanChange): Promise<Outcome<PlannedRoom>> {
    const { api, keys } = this.#parts
    const known = await api.fetchOwnRoom(roomId)
    if (!known.ok) return refuse(known.refusal)
    // A door that opens takes an invite, which is made of the keys here.
    const patch = await completePatch(known.value, change, keys)
    return patch.ok
      ? toOutcome(await api.changeRoom(roomId, patch.value), (room) => room)
      : refuse(patch.refusal)
  }

  async deleteRoom(roomId: string): Promise<Outcome<void>> {
    const reply = await this.#parts.api.deleteRoom(roomId)
    if (reply.ok) await this.#parts.keys.deleteRecord(roomId)
    return toOutcome(reply)
  }

  async joinRoom(
    roomId: string,
    { alias, link: linkText }: { alias?: string; link?: string } = {},
  ): Promise<Outcome<RoomSession>> {
    const { server, jar, keys } = this.#parts
    const link = linkText === undefined ? done(null) : readLink(linkText)
    if (!link.ok) return link
    const place = { server, roomId, link: link.value, linkText: linkText ?? null }
    // The tokens of each room have names of their own kind, and would take one another's place.
    const kept = { jar: makeCookieJar(jar.toJson()), store: keys.storeOf(roomId) }
    return startRoomSession(new OpenedSeat(place, kept, { name: alias ?? null, password: undefined }))
  }

  readTranscript(roomId: string, options: TranscriptOptions = {}): Promise<Outcome<string>> {
    const { api, keys } = this.#parts
    return readTranscript(api, keys, roomId, options)
  }

  async signOut(): Promise<Outcome<void>> {
    return toOutcome(await this.#parts.api.signOut())
  }
}
