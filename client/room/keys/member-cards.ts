import { isDoorCard } from '../../../protocol/door-card.ts'
import type { Participant } from '../../../protocol/participant.ts'
import { type Card, decryptCard, encryptCard } from '../../crypto/card.ts'
import { decryptDoorCard, encryptDoorCard } from '../../crypto/door-card.ts'
import type { DoorKey } from '../../crypto/invite.ts'
import type { NamedParticipant } from '../room-state.ts'
import type { MemberKeys } from './member-keys.ts'

/** Somebody whom the room lists: in it, or at its door. */
type ListedPerson = Pick<Participant, 'participantId' | 'alias' | 'card'>

/**
 * Makes a participant's own card: with the door key for those inside, where the room key is not here yet, and otherwise
 * for those who have the highest epoch. @param name null where the alias is shown
 */
export function makeOwnCard(keys: MemberKeys, name: string | null, doorKey?: DoorKey): Promise<string> {
  const card = { name, publicKey: keys.pair.publicKey, keeps: keys.keeps }
  return doorKey ? encryptDoorCard(doorKey, keys.roomId, card) : encryptCard(keys.currentKeys, card)
}

/** What opening cards depends on. */
interface MemberCardsOptions {
  /** Opens the epochs from before this participant came: a card may be of one of these. */
  openOlderEpochs(): Promise<void>
  /** Asks the room for the door key of its link, for who was not given it; null where there is none, or no answer. */
  fetchDoorKey(): Promise<DoorKey | null>
}

/** Opens the cards of a room's participants. A card that was opened once is not opened again. */
export class MemberCards {
  readonly #keys: MemberKeys
  readonly #options: MemberCardsOptions
  readonly #opened = new Map<string, { text: string; card: Card }>()

  constructor(keys: MemberKeys, options: MemberCardsOptions) {
    this.#keys = keys
    this.#options = options
  }

  /** Returns the newest card that was opened of a participant; undefined where there is none. */
  findCard(participantId: string): Card | undefined {
    return this.#opened.get(participantId)?.card
  }

  /** Opens the card of a participant as the room lists it; null where it has none, or none that is theirs. */
  async openCard({ participantId, card }: Pick<Participant, 'participantId' | 'card'>): Promise<Card | null> {
    if (card === undefined) return null
    const known = this.#opened.get(participantId)
    if (known?.text === card) return known.card
    // Nobody who has the room key makes a card at the door again: whoever has but the link could have made this one.
    if (known && isDoorCard(card) && !isDoorCard(known.text)) return known.card
    const opened = isDoorCard(card)
      ? await this.#openDoorCard({ participantId, card })
      : await this.#openRoomCard({ participantId, card })
    if (opened) this.#opened.set(participantId, { text: card, card: opened })
    return opened
  }

  /** Puts the name in a participant's card in place of the alias. */
  async nameParticipant<P extends ListedPerson>(
    participant: P,
  ): Promise<P & Pick<NamedParticipant, 'animal'>> {
    const { alias } = participant
    const card = await this.openCard(participant)
    return card?.name ? { ...participant, alias: card.name, animal: alias } : participant
  }

  async #openRoomCard({ participantId, card }: ListedCard): Promise<Card | null> {
    const epoch = readCardEpoch(card)
    if (epoch < this.#keys.epoch && !this.#keys.keyring.getEpoch(epoch)) await this.#options.openOlderEpochs()
    const keys = this.#keys.keyring.getEpoch(epoch)
    return keys ? decryptCard(keys, participantId, card) : null
  }

  /** Only the link that lives counts: whoever has a dead one could make a card for it. */
  async #openDoorCard(listed: ListedCard): Promise<Card | null> {
    const { door, roomId } = this.#keys
    const opened = door && (await decryptDoorCard(door.doorKey, roomId, listed))
    if (opened) return opened
    const fetched = await this.#options.fetchDoorKey()
    return fetched && decryptDoorCard(fetched, roomId, listed)
  }
}

/** A card, and under which id the room lists it. */
interface ListedCard {
  participantId: string
  card: string
}

/** @returns the epoch whose keys a card is encrypted with; 0 where it says none */
function readCardEpoch(card: string): number {
  return Number(/^c2\.(\d{1,4})\./.exec(card)?.[1] ?? 0)
}
