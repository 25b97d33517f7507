import type { Epoch } from '../../../protocol/epochs.ts'
import type { Participant, Role } from '../../../protocol/participant.ts'
import type { Room } from '../../../protocol/room.ts'
import type { RoomEvent } from '../../../protocol/room-events.ts'
import {
  countTextBytes,
  EPOCH_TEXT_MAX,
  readEnvelopeEpoch,
  type SeenMessage,
} from '../../crypto/epoch-envelope.ts'
import type { DoorKey } from '../../crypto/invite.ts'
import type { PublicKey } from '../../crypto/participant-pair.ts'
import type { Reply } from '../../net/http.ts'
import type { RoomApi } from '../../net/room-api.ts'
import type { ShownName } from '../look-alikes.ts'
import type { DecryptedText, MessageAddress, RoomCipher, SaidDetails } from '../room-cipher.ts'
import { endOfKeys } from './end-of-keys.ts'
import { MemberCards, makeOwnCard } from './member-cards.ts'
import type { MemberKeys } from './member-keys.ts'
import type { EpochListener } from './missed-epochs.ts'
import type { TakenEpoch } from './take-epochs.ts'

/** Most rooms end before their keys rotate. Where it can't be loaded it is as if the room had not answered. */
const loadMissedEpochs = () => import('./missed-epochs.ts').catch(() => null)

type EpochEvent = Extract<RoomEvent, { event: 'room.epoch' }>

/** What a rotating cipher depends on. */
export interface RotatingCipherOptions {
  api: RoomApi
  keys: MemberKeys
  /** What this participant calls themselves. */
  name: string
  /** Unix milliseconds by the server's clock. */
  now(): number
  /** The newest message that is here; null where there is none. */
  newestMessage(): SeenMessage | null
  /** Is called with the epochs that this page has looked at. */
  onEpochs(taken: readonly TakenEpoch[]): void
}

/** Encrypts with keys that rotate, and opens what the room sends: names in cards, new epochs, and messages of all of them. */
export class RotatingCipher implements RoomCipher {
  readonly textMax = EPOCH_TEXT_MAX
  readonly measureText = countTextBytes
  readonly keys: MemberKeys
  readonly cards: MemberCards
  readonly #options: RotatingCipherOptions
  readonly #listener: EpochListener
  #name: string
  /** How the room lets people in, as far as is known: rotations depend on it. */
  rules: Pick<Room, 'door' | 'history'> = { door: 'open', history: 'all' }
  /** Whether both participants may rotate. */
  #isForTwo = false
  #role: Role = 'participant'
  #olderEpochs: Promise<void> | null = null
  /** The door key that the room was asked for, as long as no other link may be there. */
  #doorKey: Promise<DoorKey | null> | null = null

  constructor(options: RotatingCipherOptions) {
    this.#options = options
    this.#listener = {
      ...options,
      isForTwo: () => this.#isForTwo,
      recordManagers: (participants) => this.#recordManagers(participants),
    }
    this.#name = options.name
    this.keys = options.keys
    this.cards = new MemberCards(options.keys, {
      openOlderEpochs: () => this.#openOlderEpochs(),
      fetchDoorKey: () => this.#fetchDoorKey(),
    })
  }

  encryptMessage(
    { participantId, id, edit = 0 }: MessageAddress,
    text: string,
    { kind, options, replyTo, attached }: SaidDetails = {},
  ): Promise<string> {
    const { now, newestMessage } = this.#options
    const newest = newestMessage()
    const seen = newest && { seq: newest.seq, participantId: newest.participantId, id: newest.id }
    const details = { kind, options, replyTo, files: attached }
    const content = { name: this.#name, at: Math.round(now()), seen, text, ...details }
    return this.keys.keyring.encryptMessage({ participantId, id, edit }, content)
  }

  async decryptMessage(
    { participantId, id, edit = 0 }: MessageAddress,
    envelope: string,
  ): Promise<DecryptedText> {
    const { keyring } = this.keys
    const address = { participantId, id, edit }
    let decrypted = await keyring.decryptMessage(address, envelope)
    if (decrypted.is === 'no-key') {
      await (decrypted.epoch > this.keys.epoch ? this.catchUp() : this.#openOlderEpochs())
      decrypted = await keyring.decryptMessage(address, envelope)
    }
    if (decrypted.is === 'plain') return decrypted
    if (decrypted.is !== 'text') return { is: 'unreadable', text: '' }
    const { text, name, seen, kind, options, replyTo, files } = decrypted.content
    const claim = { epoch: readEnvelopeEpoch(envelope) ?? 0, seen }
    return { is: 'text', text, name, claim, kind, options, replyTo, attached: files }
  }

  encryptStoredText(name: string, text: string): Promise<string> {
    return this.keys.keyring.encryptStoredText(name, text)
  }

  decryptStoredText(name: string, stored: string): Promise<string | null> {
    return this.keys.keyring.decryptStoredText(name, stored)
  }

  /** Takes the epochs that events bring, and puts names in place of aliases. Keeps the order. */
  async openEvents(events: RoomEvent[]): Promise<RoomEvent[]> {
    const opened: RoomEvent[] = []
    for (const event of events) opened.push(await this.#openEvent(event))
    return opened
  }

  /** Notes what the room is like, as it was joined or is now. */
  recordRoom(
    room: Pick<Room, 'capacity' | 'door' | 'history'> & Parameters<typeof endOfKeys>[0],
    role: Role,
  ): void {
    this.rules = { door: room.door, history: room.history }
    this.#isForTwo = room.capacity === 2
    this.#role = role
    this.keys.recordEnd(endOfKeys(room, role))
  }

  /**
   * Asks for the epochs above the highest that is here, and takes them.
   * @returns whether the room has answered
   */
  async catchUp(): Promise<boolean> {
    this.#doorKey = null
    const missed = await loadMissedEpochs()
    return missed?.catchUp(this.#listener) ?? false
  }

  /**
   * Takes the key with which somebody was let in at the door. Few rooms have one: it is loaded there.
   * @param epochs as the room lists them; asked for where they are not given
   * @returns whether the room can be read now
   */
  async openAdmission({ epoch = 0 }: Pick<Room, 'epoch'>, epochs?: readonly Epoch[]): Promise<boolean> {
    const door = await import('./open-admission.ts').catch(() => null)
    const newcomer = { ...this.#options, sendCard: () => this.sendCard(), epoch }
    return door?.openAdmission(newcomer, epochs) ?? false
  }

  /** Returns the public key of a participant, oneself included; undefined where no card of theirs was opened. */
  findPublicKey(participantId: string): PublicKey | undefined {
    const { pair } = this.keys
    return participantId === pair.publicKey.participantId
      ? pair.publicKey
      : this.cards.findCard(participantId)?.publicKey
  }

  /** This page has rotated the keys. @param leftOut those who have a seat and were not given the key */
  recordOwnRotation(leftOut: readonly ShownName[]): void {
    const { epoch, participantId } = this.keys
    this.#options.onEpochs([{ is: 'taken', epoch, by: participantId, leftOut }])
  }

  /** Changes what this participant is called, and shows it to the others. */
  async changeName(name: string): Promise<Reply<Participant>> {
    const before = this.#name
    this.#name = name
    const reply = await this.sendCard()
    // Otherwise the card after the next rotation would bring the name that was refused now.
    if (!reply.ok && this.#name === name) this.#name = before
    return reply
  }

  /** Takes the name that was chosen at the door. The card shows it to the others. */
  recordName(name: string): void {
    this.#name = name
  }

  /** Makes this participant's card for those who have the highest epoch; before it is here, with the door key. */
  makeCard(doorKey?: DoorKey): Promise<string> {
    return makeOwnCard(this.keys, this.#name, doorKey)
  }

  /** Sends this participant's card to the room: after each rotation, and where a join could not bring it. */
  async sendCard(): Promise<Reply<Participant>> {
    const { api, keys } = this.#options
    const json = { card: await this.makeCard() }
    const reply = await api.call('PATCH /api/rooms/:id/participants/me', {
      param: { id: keys.roomId },
      json,
    })
    return reply.ok ? { ...reply, value: await this.cards.nameParticipant(reply.value) } : reply
  }

  async #openEvent(event: RoomEvent): Promise<RoomEvent> {
    if (event.event === 'room.welcome') return this.#openWelcome(event)
    if (event.event === 'room.epoch') {
      // The link is another one, also where the epoch is not.
      this.#doorKey = null
      if (event.data.epoch > this.keys.epoch) await this.catchUp()
      this.#recordLeftOut(event.data)
      return event
    }
    if (event.event === 'room.update') {
      // The room may have been given more time: the keys are kept as long.
      this.recordRoom(event.data, this.#role)
      void this.keys.save()
      return event
    }
    if (event.event === 'door.knock') return { ...event, data: await this.cards.nameParticipant(event.data) }
    if (event.event === 'presence.count') {
      const { participants } = event.data
      return participants
        ? { ...event, data: { ...event.data, participants: await this.#nameAll(participants) } }
        : event
    }
    if (!event.event.startsWith('presence.')) return event
    return { ...event, data: await this.#nameOne(event.data as Participant) } as RoomEvent
  }

  /** Who rotated knows it already, and somebody who was left out knows it of themselves. */
  #recordLeftOut({ epoch, by, notGiven = [] }: EpochEvent['data']): void {
    const { participantId } = this.keys
    const people = notGiven.filter((one) => one.participantId !== participantId)
    if (by !== participantId && people.length > 0)
      this.#options.onEpochs([{ is: 'others-left-out', epoch, by, people }])
  }

  async #openWelcome(
    event: Extract<RoomEvent, { event: 'room.welcome' }>,
  ): Promise<Extract<RoomEvent, { event: 'room.welcome' }>> {
    const { data } = event
    this.recordRoom(data.room, data.role)
    this.#recordManagers(data.participants)
    this.#doorKey = null
    const { epoch = 0 } = data.room
    const isBehind = () => epoch > this.keys.epoch
    // Whoever was let in has no key of before, by which a wrap of a rotation would open.
    if (this.keys.epoch === 0) await this.openAdmission(data.room, data.epochs)
    else if (isBehind()) await (await loadMissedEpochs())?.takeListed(this.#listener, data.epochs ?? [])
    if (this.keys.epoch > 0 && isBehind()) await this.catchUp()
    const participants = await this.#nameAll(data.participants)
    const me = participants.find(({ participantId }) => participantId === data.participantId)
    const named = { ...data, alias: me?.alias ?? this.#name, participants }
    if (data.waiting)
      named.waiting = await Promise.all(data.waiting.map((one) => this.cards.nameParticipant(one)))
    return { ...event, data: named }
  }

  /** Asks the room for the door key, once for each link. */
  #fetchDoorKey(): Promise<DoorKey | null> {
    this.#doorKey ??= loadMissedEpochs()
      .then((missed) => missed?.fetchDoorKey(this.#options) ?? null)
      .then((key) => {
        // The network may be back when the next card asks.
        if (key === null) this.#doorKey = null
        return key
      })
    return this.#doorKey
  }

  /** Opens the epochs from before this participant came, once: what was said then is in the history. */
  #openOlderEpochs(): Promise<void> {
    this.#olderEpochs ??= loadMissedEpochs()
      .then((missed) => missed?.openOlderEpochs(this.#options) ?? false)
      .then((isOpened) => {
        // The network may be back when the next message asks.
        if (!isOpened) this.#olderEpochs = null
      })
    return this.#olderEpochs
  }

  #nameAll(participants: readonly Participant[]): Promise<Participant[]> {
    return Promise.all(participants.map((participant) => this.#nameOne(participant)))
  }

  #nameOne<P extends Participant>(participant: P): Promise<P> {
    this.#recordManagers([participant])
    return this.cards.nameParticipant(participant)
  }

  /** @returns whether one of them was not known as host or facilitator */
  #recordManagers(participants: readonly Participant[]): boolean {
    const managers = participants.filter(({ role }) => role !== 'participant')
    const isNew = this.keys.recordManagers(managers.map(({ participantId }) => participantId))
    if (isNew) void this.keys.save()
    return isNew
  }
}

/** Returns a cipher whose keys rotate; undefined where they don't, or there is none. */
export function rotatingOf(cipher: RoomCipher | null | undefined): RotatingCipher | undefined {
  return cipher instanceof RotatingCipher ? cipher : undefined
}
