import type { Epoch } from '../../protocol/epochs.ts'
import { EPOCHS_LISTED_MAX } from '../../protocol/key-limits.ts'
import type { ParticipantId } from '../../protocol/participant.ts'
import { ok, refused } from '../../protocol/refusal.ts'
import type { KeyStore } from '../browser/key-store.ts'
import type { EpochLink } from '../crypto/epoch-link.ts'
import { importPublicKey } from '../crypto/participant-pair.ts'
import type { AccountApi } from '../net/account-api.ts'
import type { Reply } from '../net/http.ts'
import { type CollectedKeys, collectEpochKeys } from './collect-epoch-keys.ts'

/** Returns the invite link that this browser keeps of a room whose keys rotate; null where the link is closed, undefined where it keeps nothing. */
export async function loadOwnLink(store: KeyStore, roomId: string): Promise<EpochLink | null | undefined> {
  const record = await store.readRecord(roomId)
  return record ? (record.door?.link ?? null) : undefined
}

/**
 * Collects the keys of all epochs of a facilitator's room, from what this browser keeps and what the room lists for its seat.
 * @returns `room-not-found` where this browser keeps nothing of the room
 */
export async function loadOwnKeys(
  api: Pick<AccountApi, 'fetchOwnEpochs'>,
  store: KeyStore,
  roomId: string,
): Promise<Reply<CollectedKeys>> {
  const record = await store.readRecord(roomId)
  const publicKey = record && (await importPublicKey(record.publicKey))
  if (!publicKey) return refused('room-not-found')
  const listed = await fetchEpochs(api, roomId, publicKey.participantId as ParticipantId)
  // A seat that was given back has no wraps: what is kept opens what it opens.
  if (listed.refusal && listed.refusal.code !== 'participant-not-found') return listed
  const { privateKey, epochs } = record
  const kept = { roomId, pair: { publicKey, privateKey }, epochs }
  return ok(await collectEpochKeys(kept, listed.value ?? []))
}

async function fetchEpochs(
  api: Pick<AccountApi, 'fetchOwnEpochs'>,
  roomId: string,
  participantId: ParticipantId,
): Promise<Reply<Epoch[]>> {
  const all: Epoch[] = []
  for (;;) {
    const reply = await api.fetchOwnEpochs(roomId, participantId, all.at(-1)?.epoch ?? 0)
    if (!reply.ok) return reply
    all.push(...reply.value.epochs)
    if (reply.value.epochs.length < EPOCHS_LISTED_MAX) return ok(all)
  }
}
