import {
  decode,
  derive,
  encode,
  open,
  type Pair,
  removedBytes,
  sharedSecret,
  stretch,
  unpad,
  wrapLine,
} from './epoch-crypto.ts'

/** What somebody has ever had in their hands. Everything in base64url, but passwords. */
export interface Knowledge {
  pairs: readonly Pair[]
  roomKeys: readonly string[]
  linkKeys: readonly string[]
  passwords: readonly string[]
}

/** What of a room somebody has read. */
export interface Opened {
  /** The texts of messages. */
  texts: string[]
  /** The names in cards and messages. */
  names: string[]
  roomKeys: string[]
}

type Fields = Record<string, unknown>
interface Sealed {
  what: 'message' | 'card' | 'door-card' | 'door-key' | 'invite' | 'back' | 'wrap'
  sealed: string
  epoch: number
  /** Whose message or card it is, and the id of the message. */
  by: string
  id: string
}

/** Between whom a wrap may be. */
interface Route {
  shared: Buffer
  from: string
  to: string
}

/**
 * Tries every key that can be had on everything that is encrypted, again and again, as long as it yields more keys: with
 * the second implementation, so that a fault of the page's code hides nothing.
 * @param found whatever was stored or sent: values of JSON of any shape, with rows of a storage among them
 */
export class KeyAttacker {
  readonly #roomId: string
  readonly #sealed = new Map<string, Sealed>()
  readonly #publicKeys = new Set<string>()
  readonly #roomKeys = new Set<string>()
  readonly #links = new Set<string>()
  readonly #invites = new Set<string>()
  readonly #doorKeys = new Set<string>()
  readonly #passwords: readonly string[]
  readonly #pairs: readonly Pair[]
  readonly #texts = new Set<string>()
  readonly #names = new Set<string>()
  readonly #tried = new Set<string>()
  readonly #shared = new Map<string, Buffer>()

  constructor(roomId: string, knowledge: Knowledge, found: readonly unknown[]) {
    this.#roomId = roomId
    this.#pairs = knowledge.pairs
    this.#passwords = knowledge.passwords
    for (const { publicKey } of knowledge.pairs) this.#publicKeys.add(publicKey)
    for (const key of knowledge.roomKeys) this.#roomKeys.add(key)
    for (const link of knowledge.linkKeys) this.#addLink(link)
    for (const value of found) this.#collect(value)
  }

  /** Opens all that can be opened. */
  openAll(): Opened {
    let before = -1
    const found = [this.#roomKeys, this.#publicKeys, this.#invites, this.#doorKeys, this.#texts]
    const size = () => found.reduce((sum, { size }) => sum + size, 0)
    while (before !== size()) {
      before = size()
      for (const sealed of this.#sealed.values()) this.#attack(sealed)
    }
    return { texts: [...this.#texts], names: [...this.#names], roomKeys: [...this.#roomKeys] }
  }

  #addLink(linkKey: string): void {
    if (this.#links.has(linkKey)) return
    this.#links.add(linkKey)
    this.#addInvite(decode(linkKey))
    for (const password of this.#passwords)
      this.#addInvite(Buffer.concat([decode(linkKey), stretch(password, linkKey)]))
  }

  #addInvite(material: Buffer): void {
    this.#invites.add(encode(material))
    this.#doorKeys.add(encode(derive(material, 'door', this.#roomId)))
  }

  #attack(one: Sealed): void {
    const { what } = one
    if (what === 'invite') return this.#tryEach([...this.#invites], one, (key) => this.#openInvite(key, one))
    if (what === 'door-card')
      return this.#tryEach([...this.#doorKeys], one, (key) => this.#openDoorCard(key, one))
    if (what !== 'wrap')
      return this.#tryEach([...this.#roomKeys], one, (key) => this.#openWithRoomKey(key, one))
    // Whoever rotated opens what they have wrapped for others, too.
    for (const pair of this.#pairs)
      for (const other of this.#publicKeys)
        for (const [from, to] of [
          [pair.publicKey, other],
          [other, pair.publicKey],
        ] as const) {
          const route = { shared: this.#share(pair, other), from, to }
          // At the door the door key takes the place of the key before.
          const keys = [...this.#roomKeys, ...this.#doorKeys]
          this.#tryEach(keys, one, (key) => this.#openWrap(key, one, route), `${from} ${to}`)
        }
  }

  #share({ privateKey, publicKey }: Pair, other: string): Buffer {
    const name = `${publicKey} ${other}`
    const shared = this.#shared.get(name) ?? sharedSecret(privateKey, other)
    this.#shared.set(name, shared)
    return shared
  }

  /** Tries each key on something once. */
  #tryEach(
    keys: readonly string[],
    { what, sealed, epoch, by, id }: Sealed,
    attempt: (key: string) => void,
    also = '',
  ): void {
    for (const key of keys) {
      const trial = [key, what, sealed, epoch, by, id, also].join(' ')
      if (this.#tried.has(trial)) continue
      this.#tried.add(trial)
      try {
        attempt(key)
      } catch {
        // It opens nothing.
      }
    }
  }

  #openInvite(material: string, { sealed, epoch }: Sealed): void {
    const key = derive(decode(material), 'invite', this.#roomId)
    this.#roomKeys.add(encode(open(key, ['invite', this.#roomId, epoch], sealed).subarray(0, 32)))
  }

  #openDoorCard(doorKey: string, { sealed, by }: Sealed): void {
    const key = derive(decode(doorKey), 'card', this.#roomId)
    this.#addFields(toFields(unpad(open(key, ['door-card', this.#roomId, by], sealed))))
  }

  #openWithRoomKey(roomKey: string, { what, sealed, epoch, by, id }: Sealed): void {
    const purpose = what === 'message' ? `message ${by}` : what
    const key = derive(decode(roomKey), purpose, this.#roomId)
    if (what === 'back') {
      this.#roomKeys.add(encode(open(key, ['back', this.#roomId, epoch - 1], sealed)))
      return
    }
    if (what === 'door-key') {
      this.#doorKeys.add(encode(open(key, ['door-key', this.#roomId, epoch], sealed)))
      return
    }
    const lines =
      what === 'message' ? ['e2', this.#roomId, epoch, by, id, 0] : ['card', this.#roomId, epoch, by]
    this.#addFields(toFields(unpad(open(key, lines, sealed))))
  }

  #addFields(fields: Fields): void {
    if (typeof fields.text === 'string') this.#texts.add(fields.text)
    if (typeof fields.name === 'string') this.#names.add(fields.name)
    if (typeof fields.key === 'string') this.#publicKeys.add(fields.key)
  }

  #openWrap(roomKey: string, { sealed, epoch }: Sealed, { shared, from, to }: Route): void {
    const line = wrapLine(epoch, from, to)
    const mix = derive(decode(roomKey), 'wrap-mix', this.#roomId)
    const key = derive(Buffer.concat([shared, mix]), line, this.#roomId)
    const bytes = open(key, [line, from, to], sealed)
    this.#roomKeys.add(encode(bytes.subarray(0, 32)))
    if (bytes.length <= 32 + removedBytes([]).length) return
    this.#addLink(encode(bytes.subarray(32, 64)))
    this.#doorKeys.add(encode(bytes.subarray(64, 96)))
  }

  /** Collects whatever is encrypted, from answers, frames and rows alike. */
  #collect(value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    for (const part of Object.values(value)) this.#collect(part)
    const fields = toFields(value)
    const epoch = Number(fields.epoch ?? 0)
    const by = String(fields.participantId ?? fields.participant_id ?? '')
    const rotator = String(fields.key ?? fields.public_key ?? '')
    if (rotator.length === 87) this.#publicKeys.add(rotator)
    const [invite, doorKey] = typeof fields.invite === 'string' ? fields.invite.split('.') : []
    this.#addSealed('invite', invite, { epoch })
    this.#addSealed('door-key', doorKey, { epoch })
    this.#addSealed('back', fields.back, { epoch })
    this.#addSealed('wrap', fields.wrap, { epoch })
    // What a rotation was asked with, also one that was refused.
    for (const wrap of Object.values(toFields(fields.wraps))) this.#addSealed('wrap', wrap, { epoch })
    for (const [participantId, card] of Object.entries(toFields(fields.cards)))
      this.#collect({ participantId, card })
    for (const [what, text] of [
      ['card', fields.card],
      ['message', fields.text],
    ] as const) {
      const [, at, sealed] = /^[ec]2\.(\d+)\.(.*)$/.exec(String(text)) ?? []
      this.#addSealed(what, sealed, { epoch: Number(at), by, id: String(fields.id ?? '') })
    }
    const [, atDoor] = /^d2\.(.*)$/.exec(String(fields.card)) ?? []
    this.#addSealed('door-card', atDoor, { by })
  }

  #addSealed(what: Sealed['what'], sealed: unknown, { epoch = 0, by = '', id = '' }): void {
    if (typeof sealed !== 'string') return
    this.#sealed.set(`${what} ${epoch} ${by} ${id} ${sealed}`, { what, sealed, epoch, by, id })
  }
}

function toFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
