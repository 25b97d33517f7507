import type { Participant } from '../../../protocol/participant.ts'
import { type Card, decryptCard, encryptCard } from '../../crypto/card.ts'
import type { NamedParticipant } from '../room-state.ts'
import type { MemberKeys } from './member-keys.ts'

/** Makes a participant's own card for those who have the highest epoch. @param name null where the alias is shown */
export function makeOwnCard(keys: MemberKeys, name: string | null): Promise<string> {
  return encryptCard(keys.currentKeys, { name, publicKey: keys.pair.publicKey, keeps: keys.keeps })
}

/** Opens the cards of a room's participants. A card that was opened once is not opened again. */
export class MemberCards {
  readonly #keys: MemberKeys
  readonly #openOlderEpochs: () => Promise<void>
  readonly #opened = new Map<string, { text: string; card: Card }>()

  /** @param openOlderEpochs opens the epochs from before this participant came: a card may be of one of these */
  constructor(keys: MemberKeys, openOlderEpochs: () => Promise<void>) {
    this.#keys = keys
    this.#openOlderEpochs = openOlderEpochs
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
    const epoch = readCardEpoch(card)
    if (epoch < this.#keys.epoch && !this.#keys.keyring.getEpoch(epoch)) await this.#openOlderEpochs()
    const keys = this.#keys.keyring.getEpoch(epoch)
    const opened = keys ? await decryptCard(keys, participantId, card) : null
    if (opened) this.#opened.set(participantId, { text: card, card: opened })
    return opened
  }

  /** Puts the name in a participant's card in place of the alias. */
  async nameParticipant<P extends Participant>(participant: P): Promise<P & NamedParticipant> {
    const { alias } = participant
    const card = await this.openCard(participant)
    return card?.name ? { ...participant, alias: card.name, animal: alias } : participant
  }
}

/** @returns the epoch whose keys a card is encrypted with; 0 where it says none */
function readCardEpoch(card: string): number {
  return Number(/^c2\.(\d{1,4})\./.exec(card)?.[1] ?? 0)
}
