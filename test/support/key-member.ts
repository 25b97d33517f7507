import { nanoid } from 'nanoid'
import type { SeenMessage } from '../../client/crypto/epoch-envelope.ts'
import { type EpochLink, formatEpochRoomPath } from '../../client/crypto/epoch-link.ts'
import { parseInviteLink } from '../../client/crypto/parse-invite-link.ts'
import { importPassword, type PasswordKey } from '../../client/crypto/password-key.ts'
import { createEncryptedRoom } from '../../client/lobby/create-encrypted-room.ts'
import { makeRoomApi, type RoomApi } from '../../client/net/room-api.ts'
import { makeDecryptMessages } from '../../client/room/decrypt-messages.ts'
import { letIn, setDoor, turnAway } from '../../client/room/door-commands.ts'
import type { MemberKeys } from '../../client/room/keys/member-keys.ts'
import { type RotationPlan, rotateKeys } from '../../client/room/keys/rotate-keys.ts'
import { type RotatingCipher, rotatingOf } from '../../client/room/keys/rotating-cipher.ts'
import type { TakenEpoch } from '../../client/room/keys/take-epochs.ts'
import { unlockRotating } from '../../client/room/keys/unlock-rotating.ts'
import { makeOrderCheck } from '../../client/room/out-of-order.ts'
import type { RoomModel } from '../../client/room/room-model.ts'
import { emptyRoom, type RoomMessage } from '../../client/room/room-state.ts'
import type { Message } from '../../protocol/message.ts'
import { WAITING } from '../../protocol/participant.ts'
import type { Room } from '../../protocol/room.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import type { ApiClient } from './api-client.ts'
import type { Pair } from './epoch-crypto.ts'
import type { Knowledge } from './key-attacker.ts'
import { MemoryKeyStore } from './memory-key-store.ts'
import { makeReadablePairs } from './readable-pairs.ts'
import { RecordedLine } from './recorded-line.ts'
import type { TestConnection } from './test-connection.ts'

/** What a message says to a member, or why it says nothing. */
export interface ReadMessage {
  seq: number
  is: 'text' | 'plain' | 'unreadable'
  text: string
  name: string | null
}

/** What a member's rotation is for. */
export interface MemberRotation {
  remove?: readonly KeyMember[]
  /** True, where nothing else is said. */
  hasLink?: boolean
  password?: string
}

/**
 * A participant of a room whose keys rotate: the page's own code for keys, without a page. It also notes whatever it is
 * given, and what it typed, so that an attacker can try all of it.
 */
export class KeyMember {
  readonly person: ApiClient
  readonly name: string
  readonly roomId: string
  readonly api: RoomApi
  readonly store: MemoryKeyStore
  /** What became of the epochs that this member looked at. */
  readonly taken: TakenEpoch[] = []
  /** What was sent and what came; events, too. */
  readonly line: RecordedLine
  /** The newest message that this member has read: their own envelopes say so. */
  newest: SeenMessage | null = null
  readonly #links = new Set<string>()
  readonly #passwords = new Set<string>()
  readonly #pairs: Pair[] = []
  readonly #takenFrames = new WeakMap<object, number>()
  #cipher: RotatingCipher | null = null

  private constructor(
    { person, name, roomId }: Pick<KeyMember, 'person' | 'name' | 'roomId'>,
    before?: Pick<KeyMember, 'store' | 'line'>,
  ) {
    this.person = person
    this.name = name
    this.roomId = roomId
    this.store = before?.store ?? new MemoryKeyStore()
    this.line = before?.line ?? new RecordedLine(person)
    this.api = makeRoomApi({
      base: `${person.origin}/`,
      fetch: (input, init) => this.line.fetch(input, init),
    })
  }

  /** Creates a room as the lobby does, and takes the host's seat in it. @param options as the lobby has them */
  static async createRoom(
    person: ApiClient,
    name: string,
    options: Partial<Parameters<typeof createEncryptedRoom>[0]> & { password?: string } = {},
  ): Promise<{ member: KeyMember; link: string }> {
    // The room has no id before it is made: whoever makes it begins as somebody without one.
    const before = new KeyMember({ person, name, roomId: '' })
    const { api, store } = before
    const wait = () => Promise.reject(new Error('the host has no seat'))
    const created = await makeReadablePairs(() =>
      createEncryptedRoom({ capacity: null, ...options }, { name, api, store, wait }),
    )
    if (!created.ok) throw new Error(`no room: ${created.refusal.code}`)
    const { roomId, path } = created.value
    const member = new KeyMember({ person, name, roomId }, before)
    if (options.password !== undefined) member.#passwords.add(options.password)
    const link = `${person.origin}${path}`
    const refusal = await member.join(link)
    if (refusal) throw new Error(`the host is refused: ${refusal}`)
    return { member, link }
  }

  /** Somebody with an invite link who has not joined yet. */
  static visit(person: ApiClient, name: string, link: string): KeyMember {
    const { roomId } = requireLink(link)
    return new KeyMember({ person, name, roomId })
  }

  /** Somebody who has joined by an invite link. */
  static async join(person: ApiClient, name: string, link: string, password?: string): Promise<KeyMember> {
    const member = KeyMember.visit(person, name, link)
    const refusal = await member.join(link, password)
    if (refusal) throw new Error(`${name} is refused: ${refusal}`)
    return member
  }

  /** Takes a seat, as the page does. @returns why not; null where it has one */
  async join(link: string, password?: string): Promise<string | null> {
    const { epochLink = null } = requireLink(link)
    if (epochLink) this.#links.add(epochLink.linkKey)
    if (password !== undefined) this.#passwords.add(password)
    return this.#enter(epochLink, password)
  }

  async #enter(link: EpochLink | null, password?: string): Promise<string | null> {
    const entry = await makeReadablePairs(() =>
      unlockRotating({
        api: this.api,
        roomId: this.roomId,
        link,
        store: this.store,
        name: this.name,
        now: () => Date.now(),
        newestMessage: () => this.newest,
        onEpochs: (taken) => this.taken.push(...taken),
      }),
    )
    if (entry === null) return 'no-link'
    for (;;) {
      const answer = { greeted: true, ...(password === undefined ? {} : { password }) }
      const request = await entry.makeRequest(answer)
      const { value, refusal } = await this.api.joinRoom(this.roomId, request)
      if (refusal) return refusal.code
      const { role } = value
      if (role === WAITING) {
        const waiting = await entry.takeKnock?.(value)
        if (waiting?.refusal) return waiting.refusal.code
        this.#cipher = rotatingOf(entry.cipher) ?? null
        await this.#notePair()
        return WAITING
      }
      const taken = await entry.takeAnswer?.({ ...value, role })
      if (taken?.value === 'again') continue
      if (taken?.refusal) return taken.refusal.code
      this.#cipher = rotatingOf(entry.cipher) ?? null
      await this.#notePair()
      return null
    }
  }

  /** Every answer and every event that came. */
  get seen(): readonly unknown[] {
    return this.line.seen
  }

  get cipher(): RotatingCipher {
    if (this.#cipher === null) throw new Error(`${this.name} has not joined`)
    return this.#cipher
  }

  get keys(): MemberKeys {
    return this.cipher.keys
  }

  get participantId(): string {
    return this.keys.participantId
  }

  get epoch(): number {
    return this.keys.epoch
  }

  /** The invite link of this member's epoch; null where it is closed. */
  get link(): string | null {
    const { door } = this.keys
    return door && `${this.person.origin}${formatEpochRoomPath(this.roomId, door.link)}`
  }

  /** All that this member could ever try something with. */
  get knowledge(): Knowledge {
    const link = this.#cipher?.keys.door?.link.linkKey
    if (link) this.#links.add(link)
    return { pairs: this.#pairs, linkKeys: [...this.#links], passwords: [...this.#passwords], roomKeys: [] }
  }

  /** Opens a second tab of the same browser: the same cookies, the same kept keys. */
  async openTab(): Promise<KeyMember> {
    const { person, name, roomId, store } = this
    const tab = new KeyMember({ person, name, roomId }, { store, line: new RecordedLine(person) })
    await tab.reload()
    return tab
  }

  /** Comes back as a page does that is loaded again: with the cookie and the keys that its browser keeps. */
  async reload(): Promise<void> {
    const refusal = await this.#enter(null)
    if (refusal) throw new Error(`${this.name} can't come back: ${refusal}`)
  }

  /** Opens a socket, and takes what it brings until the welcome. */
  async connect(): Promise<TestConnection> {
    const connection = await this.person.openConnection(this.roomId, undefined, this.epoch)
    await connection.nextEvent('room.welcome', `${this.name} is not welcomed`)
    await this.takeFrames(connection)
    return connection
  }

  /** Takes what came over a connection so far, and was not taken yet. */
  async takeFrames({ events }: TestConnection): Promise<void> {
    const from = this.#takenFrames.get(events) ?? 0
    this.#takenFrames.set(events, events.length)
    await this.takeEvents(events.slice(from))
  }

  /** Takes events as the page takes what comes over its connection. */
  async takeEvents(events: RoomEvent[]): Promise<void> {
    this.line.seen.push(...events)
    const before = this.epoch
    await this.cipher.openEvents(events)
    if (this.epoch > before) await this.cipher.sendCard()
  }

  /** Asks for the epochs above the highest that is here, and renews the card where there are some. */
  async catchUp(): Promise<void> {
    const before = this.epoch
    await this.cipher.catchUp()
    if (this.epoch > before) await this.cipher.sendCard()
  }

  /** Who has a seat, as the room says. */
  async listSeats() {
    const listed = await this.api.call('GET /api/rooms/:id/participants', { param: { id: this.roomId } })
    if (!listed.ok) throw new Error(`${this.name} is told of no seats: ${listed.refusal.code}`)
    return listed.value.participants
  }

  /** Says something, with the keys of the epoch that the room is in by then. @returns the epoch */
  async say(text: string, id = nanoid()): Promise<number> {
    for (;;) {
      const { epoch, participantId } = this
      const envelope = await this.cipher.encryptMessage({ participantId, id }, text)
      this.line.sent.push({ id, text: envelope })
      const reply = await this.person.postMessage(this.roomId, { id, text: envelope })
      this.line.seen.push(reply.body)
      if (reply.status < 300) return epoch
      await this.catchUp()
      if (reply.body.error?.code !== 'stale-epoch' || this.epoch === epoch)
        throw new Error(`${this.name} can't say it: ${reply.text}`)
    }
  }

  /** Reads everything that the room has. */
  async readAll(): Promise<ReadMessage[]> {
    const messages = await this.person.readHistory(this.roomId)
    this.line.seen.push(...messages)
    this.newest = messages.at(-1) ?? null
    return Promise.all(messages.map((message) => this.read(message)))
  }

  /**
   * Reads messages as the page does.
   * @param messages as they are served, ascending by `seq`
   * @returns what stands on the page: `!` before a text that is marked as out of order
   */
  async readMarked(messages: readonly Message[]): Promise<string[]> {
    const opened: RoomMessage[] = messages.map((message) => ({ ...message }))
    await makeDecryptMessages(this.cipher)(opened)
    const outOfOrder = makeOrderCheck()(opened)
    return opened.map(({ seq, text, opened }) => `${outOfOrder.has(seq) ? '!' : ''}${opened ?? text}`)
  }

  /** Fetches everything that the room has as it is, to look for what an attacker may do with it. */
  readSealed(): Promise<Message[]> {
    return this.person.readHistory(this.roomId)
  }

  /** What a message says to this member. */
  async read({ seq, participantId, id, text }: Message): Promise<ReadMessage> {
    const read = await this.cipher.decryptMessage({ participantId, id }, text)
    return { seq, is: read.is, text: read.text, name: read.name ?? null }
  }

  /** Lets in who waits at the door, as the page of a host does. @returns why not; null where it is done */
  async letIn(people: readonly KeyMember[]): Promise<string | null> {
    const before = this.epoch
    const reply = await letIn(
      await this.#asRoom(),
      people.map(({ participantId }) => participantId),
    )
    if (this.epoch > before) await this.cipher.sendCard()
    return reply.ok ? null : reply.refusal.code
  }

  /** Turns away who waits at the door, as the page of a host does. @returns why not; null where it is done */
  async turnAway(people: readonly KeyMember[]): Promise<string | null> {
    const reply = await turnAway(
      await this.#asRoom(),
      people.map(({ participantId }) => participantId),
    )
    return reply.ok ? null : reply.refusal.code
  }

  /** Closes the door, or opens it, as the page of a host does. @returns why not; null where it is done */
  async setDoor(door: Room['door']): Promise<string | null> {
    const reply = await setDoor(await this.#asRoom(), door)
    return reply.ok ? null : reply.refusal.code
  }

  /** What of a room's page the commands at the door use. */
  async #asRoom() {
    const { value: room = null } = await this.api.fetchRoom(this.roomId)
    if (room) this.cipher.recordRoom(room, 'host')
    const runCommand: RoomModel['runCommand'] = (call) => call(this.api, this.roomId)
    return { runCommand, cipher: () => this.cipher, state: { ...emptyRoom(), room } }
  }

  /** The texts of everything that this member can read. */
  async readTexts(): Promise<string[]> {
    return (await this.readAll()).filter(({ is }) => is === 'text').map(({ text }) => text)
  }

  /** Rotates the keys. @returns why not; null where it is done */
  async rotate({ remove = [], hasLink = true, password }: MemberRotation = {}): Promise<string | null> {
    const { api, roomId, keys } = this
    const { cards } = this.cipher
    const plan: RotationPlan = {
      remove: remove.map(({ participantId }) => participantId),
      hasLink,
      password: hasLink ? await this.#importPassword(password) : null,
    }
    const before = this.epoch
    const { rules } = this.cipher
    const context = { api, roomId, keys, cards, rules, catchUp: () => this.cipher.catchUp() }
    const rotated = await rotateKeys(context, plan)
    if (this.epoch > before) await this.cipher.sendCard()
    return rotated.ok ? null : rotated.refusal.code
  }

  async #importPassword(password: string | undefined): Promise<PasswordKey | null> {
    if (password === undefined) return null
    this.#passwords.add(password)
    return importPassword(password)
  }

  async #notePair(): Promise<void> {
    const { privateKey, publicKey } = this.keys.pair
    const jwk = await crypto.subtle.exportKey('jwk', privateKey)
    const d = 'd' in jwk ? jwk.d : undefined
    if (d === undefined) throw new Error('this is no private key')
    this.#pairs.push({ privateKey: d, publicKey: publicKey.text })
  }
}

/** The key in an invite link, 43 characters. */
export function readLinkKey(link: string): string {
  const { epochLink } = requireLink(link)
  if (!epochLink) throw new Error(`no key in the invite link: ${link}`)
  return epochLink.linkKey
}

function requireLink(link: string) {
  const parsed = parseInviteLink(link)
  if (parsed === null) throw new Error(`no invite link: ${link}`)
  return parsed
}
