import { expect } from 'vitest'
import { REMOVED_IDS_MAX } from '../../client/crypto/removed-ids.ts'
import { KeyAttacker, type Knowledge } from '../support/key-attacker.ts'
import { KeyMember, readLinkKey } from '../support/key-member.ts'
import { dumpRoom } from './attack-room.ts'
import { Person } from './person.ts'

/** A room in which things happen by chance. */
export interface KeysRoomKind {
  /** Null for no limit: then one host rotates. In a room for two both may. */
  capacity: 2 | null
  hasPassword: boolean
}

/** Somebody who has no seat any more. */
interface Gone {
  member: KeyMember
  /** The first epoch of which they may open nothing. */
  from: number
}

const PASSWORD = 'correct horse'
/** Attacks of one run: each tries some thousand keys. */
const ATTACKS_MAX = 3

/** A room, whoever was ever in it, and all that was promised to them. */
export class KeysWorld {
  readonly roomId: string
  readonly host: KeyMember
  /** By number; those in whom nobody is are null. The host is the first. */
  readonly seats: (KeyMember | null)[]
  readonly offline = new Set<KeyMember>()
  readonly #gone: Gone[] = []
  /** Ids of those who were removed, the oldest first. */
  readonly #removedIds: string[] = []
  readonly #said: { text: string; epoch: number }[] = []
  readonly #dumps: unknown[] = []
  readonly #links: { link: string; epoch: number }[] = []
  readonly #lines = new Set<KeyMember['line']>()
  readonly #password: string | undefined
  #people = 0

  private constructor({ member, link }: { member: KeyMember; link: string }, kind: KeysRoomKind) {
    this.host = member
    this.roomId = member.roomId
    this.seats = [member, ...Array.from({ length: kind.capacity === 2 ? 1 : 4 }, () => null)]
    this.#password = kind.hasPassword ? PASSWORD : undefined
    this.#lines.add(member.line)
    this.#links.push({ link, epoch: 1 })
  }

  static async make(kind: KeysRoomKind): Promise<KeysWorld> {
    const options = { capacity: kind.capacity, ...(kind.hasPassword ? { password: PASSWORD } : {}) }
    return new KeysWorld(await KeyMember.createRoom(new Person(), 'Name of the host', options), kind)
  }

  /** Somebody comes by the newest link that a person could have sent; late, they may find it dead. */
  async join(at: number): Promise<void> {
    const { link } = this.#links.at(-1) ?? { link: '' }
    if (this.seats[at]) return
    this.#people += 1
    const member = KeyMember.visit(new Person(), `Name of guest ${this.#people}`, link)
    this.#lines.add(member.line)
    const refusal = await member.join(link, this.#password)
    if (refusal === null) this.seats[at] = member
    else expect(['wrong-link', 'link-closed', 'room-full', 'room-locked']).toContain(refusal)
  }

  async say(member: KeyMember): Promise<void> {
    const text = `sentence ${this.#said.length + 1} of ${member.participantId}`
    const said = { text, epoch: Number.NaN }
    this.#said.push(said)
    said.epoch = await member.say(text)
  }

  /** Rotates in one tab of a member. @returns whether it was done */
  async rotate(tab: KeyMember, hasLink: boolean, removed?: KeyMember): Promise<boolean> {
    this.#lines.add(tab.line)
    const password = this.#password
    const refusal = await tab.rotate({
      hasLink,
      remove: removed ? [removed] : [],
      ...(password === undefined ? {} : { password }),
    })
    if (refusal !== null) {
      expect([
        'members-changed',
        // Who rotates may have left in the same moment, in another tab.
        'not-a-participant',
        'participant-not-found',
        'slow-down',
        'stale-epoch',
        'unreachable',
      ]).toContain(refusal)
      return false
    }
    const { link, epoch } = tab
    if (link !== null) this.#links.push({ link, epoch })
    if (removed) {
      const asked = await removed.person.callRoom(this.roomId, 'GET', '/epochs')
      expect(asked.status, 'who was removed still has a seat').toBe(401)
      this.#removedIds.push(removed.participantId)
      this.#leave(removed, epoch)
    }
    return true
  }

  async leave(member: KeyMember): Promise<void> {
    const { epoch = 0 } = (await member.person.callRoom(this.roomId, 'GET')).body
    await member.person.callRoom(this.roomId, 'POST', '/leave')
    this.#leave(member, epoch + 1)
  }

  async dump(): Promise<void> {
    this.#dumps.push(await dumpRoom(this.roomId))
  }

  /** Everybody is back and catches up: then each reads everything that was said, and all have the same keys. */
  async settle(): Promise<void> {
    this.offline.clear()
    await this.host.catchUp()
    const { epoch } = (await this.host.person.callRoom(this.roomId, 'GET')).body
    for (const member of this.seats) {
      if (member === null) continue
      await member.catchUp()
      // Who came between a rotator's look at the seats and its step had no card by then: they come anew by a link.
      if (member.taken.some(({ is }) => is === 'not-given')) {
        await this.leave(member)
        continue
      }
      expect(member.epoch).toBe(epoch)
      // Also who came after a removal knows of it, of the newest ones.
      for (const participantId of this.#removedIds.slice(-REMOVED_IDS_MAX))
        expect(member.keys.isRemoved(participantId), 'a removed one would be wrapped for again').toBe(true)
      const read = await member.readAll()
      expect(read.map(({ is }) => is)).toEqual(read.map(() => 'text'))
      expect(read.map(({ text }) => text).sort()).toEqual(this.#said.map(({ text }) => text).sort())
      for (let at = 1; at <= member.epoch; at += 1)
        expect(member.keys.keyring.getCheck(at) ?? null).toBeOneOf([
          null,
          this.host.keys.keyring.getCheck(at),
        ])
    }
  }

  /** Tries all that those know who are gone, and all links, on whatever ever was on a wire or in the storage. */
  async attack(): Promise<void> {
    await this.dump()
    const lines = [...this.#lines]
    const found = [...this.#dumps, ...lines.flatMap(({ seen, sent }) => [seen, sent])]
    const written = JSON.stringify(found)
    expect(written).not.toContain('Name of')
    expect(written).not.toContain('sentence ')
    expect(written).not.toContain(PASSWORD)
    for (const { member, from } of this.#gone.slice(-ATTACKS_MAX))
      this.#attackWith(member.knowledge, found, from)
    const old = this.#links.filter(({ epoch }) => epoch < this.host.epoch).slice(-ATTACKS_MAX)
    for (const { link, epoch } of old) {
      const linkKeys = [readLinkKey(link)]
      const passwords = this.#password === undefined ? [] : [this.#password]
      this.#attackWith({ pairs: [], roomKeys: [], linkKeys, passwords }, found, epoch + 1)
    }
    // The host has all keys: the same search opens everything, so that it is known to look everywhere.
    const { texts } = new KeyAttacker(this.roomId, this.host.knowledge, found).openAll()
    expect(texts.sort()).toEqual(this.#said.map(({ text }) => text).sort())
  }

  #attackWith(knowledge: Knowledge, found: readonly unknown[], from: number): void {
    const { texts } = new KeyAttacker(this.roomId, knowledge, found).openAll()
    const forbidden = this.#said.filter(({ epoch }) => epoch >= from).map(({ text }) => text)
    expect(
      texts.filter((text) => forbidden.includes(text)),
      `opened what was said from epoch ${from} on`,
    ).toEqual([])
  }

  #leave(member: KeyMember, from: number): void {
    const at = this.seats.indexOf(member)
    if (at >= 0) this.seats[at] = null
    this.offline.delete(member)
    this.#gone.push({ member, from })
  }
}
