import { formatEpochRoomPath } from '../../../client/crypto/epoch-link.ts'
import { makeSafeStorage, type SafeStorage } from '../../../client/net/safe-storage.ts'
import { rotatingOf } from '../../../client/room/keys/rotating-cipher.ts'
import type { Unlocked } from '../../../client/room/unlocked.ts'
import type { LinkParts } from './address.ts'
import { readLink, readServer } from './address.ts'
import { checkName } from './check-input.ts'
import { type CookieJar, makeCookieJar } from './cookie-jar.ts'
import { done, type Outcome, refuse } from './refusal.ts'
import type { Seat } from './seat.ts'
import { loadSeatKeys, makeForgetfulStore, makeSeatKeyStore, type SeatKeyStore } from './seat-keys.ts'

/** What somebody may come with. */
export interface SeatOptions {
  link?: string | undefined
  seat?: Seat | undefined
  alias?: string | undefined
  password?: string | undefined
  keepsSeat?: boolean | undefined
}

/** A seat while a script uses it: its tokens, its keys, and what they open. */
export class OpenedSeat {
  readonly server: string
  readonly roomId: string
  /** What the link said with which it was opened; null where there was none. */
  readonly link: LinkParts | null
  readonly jar: CookieJar
  readonly store: SeatKeyStore
  /** What a tab would keep across a reload. Here whoever calls keeps what is to be kept. */
  readonly storage: SafeStorage = makeMemoryStorage()
  readonly #linkText: string | null
  name: string | null
  password: string | undefined
  unlocked: Unlocked | null = null

  constructor(
    place: { server: string; roomId: string; link: LinkParts | null; linkText: string | null },
    kept: { jar: CookieJar; store: SeatKeyStore },
    person: { name: string | null; password: string | undefined },
  ) {
    this.server = place.server
    this.roomId = place.roomId
    this.link = place.link
    this.#linkText = place.linkText
    this.jar = kept.jar
    this.store = kept.store
    this.name = person.name
    this.password = person.password
  }

  /** The invite link; null where it is closed, or was never known. */
  get linkText(): string | null {
    // Where nothing is encrypted the address alone is the link.
    if (this.unlocked?.cipher === null) return `${this.server}/room/${this.roomId}`
    const door = rotatingOf(this.unlocked?.cipher)?.keys.door
    if (door === undefined) return this.#linkText
    return door && this.server + formatEpochRoomPath(this.roomId, door.link)
  }

  /** What to keep, so that one can come back. */
  toJson(): Seat {
    const { server, roomId, name, password } = this
    const keys = this.store.toJson()
    return {
      version: 1,
      server,
      roomId,
      link: this.linkText,
      name,
      cookies: this.jar.toJson(),
      ...(password !== undefined && { password }),
      ...(keys && { keys }),
    }
  }
}

/** Opens what somebody comes with: a link, or a seat that was kept, or both. */
export async function openSeat({
  link: text,
  seat,
  alias,
  password,
  keepsSeat = true,
}: SeatOptions): Promise<Outcome<OpenedSeat>> {
  if (seat && !isWhole(seat)) return refuse('bad-seat')
  const checked = alias === undefined ? done(undefined) : checkName(alias)
  if (!checked.ok) return checked
  const linkText = text ?? seat?.link ?? null
  const read = linkText === null ? null : readLink(linkText)
  if (read && !read.ok) return read
  const link = read?.value ?? null
  const place = seat ?? link
  if (!place) return refuse('bad-link')
  if (link && (link.roomId !== place.roomId || link.server !== place.server)) return refuse('bad-seat')
  const { server, roomId } = place
  const known = password ?? seat?.password
  const fresh = keepsSeat ? makeSeatKeyStore() : makeForgetfulStore()
  const store = seat?.keys ? await loadSeatKeys(roomId, seat.keys, known) : fresh
  if (store === null) return refuse('bad-seat')
  const jar = makeCookieJar(seat?.cookies)
  const person = { name: alias ?? seat?.name ?? null, password: known }
  return done(new OpenedSeat({ server, roomId, link, linkText }, { jar, store }, person))
}

/** Whether a seat is what this library returned: it comes out of a file, as somebody keeps it. */
function isWhole({ version, server, roomId, cookies }: Seat): boolean {
  return (
    version === 1 &&
    readServer(server).ok &&
    typeof roomId === 'string' &&
    Object.values(cookies ?? [null]).every((token) => typeof token === 'string')
  )
}

function makeMemoryStorage(): SafeStorage {
  const items = new Map<string, string>()
  return makeSafeStorage(() => ({
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }))
}
