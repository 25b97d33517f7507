import type { Epoch } from '../../../protocol/epochs.ts'
import { EPOCHS_LISTED_MAX } from '../../../protocol/key-limits.ts'
import type { Participant, ParticipantId } from '../../../protocol/participant.ts'
import { decryptDoorKey } from '../../crypto/door-key.ts'
import type { DoorKey } from '../../crypto/invite.ts'
import type { RoomApi } from '../../net/room-api.ts'
import type { MemberKeys } from './member-keys.ts'
import { openOlderEpochs as openOlder, type TakenEpoch, takeEpochs } from './take-epochs.ts'

// What a page asks the room for that it was not given: epochs, when its keys have rotated, and a door key. Loaded then.

interface EpochSource {
  api: RoomApi
  keys: MemberKeys
}

/** Who takes epochs, and is told of them. */
export interface EpochListener extends EpochSource {
  /** Whether both participants may rotate. */
  isForTwo(): boolean
  /** Notes who is host or facilitator. @returns whether one of them was not known */
  recordManagers(participants: readonly Participant[]): boolean
  /** Is called with the epochs that were looked at. */
  onEpochs(taken: readonly TakenEpoch[]): void
}

/**
 * Asks for the epochs above the highest that is here, and takes them.
 * @returns whether the room has answered
 */
export async function catchUp(listener: EpochListener): Promise<boolean> {
  const { keys } = listener
  for (;;) {
    const before = keys.epoch
    const epochs = await fetchEpochs(listener, before)
    if (epochs === null) return false
    await takeListed(listener, epochs)
    if (epochs.length < EPOCHS_LISTED_MAX || keys.epoch === before) return true
  }
}

/** Takes epochs that the room lists. */
export async function takeListed(listener: EpochListener, epochs: readonly Epoch[]): Promise<void> {
  const take = () => takeEpochs(listener.keys, epochs, listener.isForTwo)
  let taken = await take()
  // Who came while this page was away may have become a host since.
  if (taken.some(({ is }) => is === 'refused') && (await listManagers(listener)))
    taken = [...taken.filter(({ is }) => is === 'taken'), ...(await take())]
  if (taken.length > 0) listener.onEpochs(taken)
}

/** Opens the epochs from before this participant came. @returns whether the room has answered */
export async function openOlderEpochs(source: EpochSource): Promise<boolean> {
  const all = []
  for (let after = 0; ; ) {
    const page = await fetchEpochs(source, after)
    if (page === null) return false
    all.push(...page)
    const last = page.at(-1)
    if (page.length < EPOCHS_LISTED_MAX || last === undefined) break
    after = last.epoch
  }
  await openOlder(source.keys, all)
  return true
}

/**
 * Asks the room for the door key of its link: somebody with a seat may have none, whose keys came out of a file, or who
 * was there when a room with more seats than keys rotate for was given another link.
 * @returns null where there is no link, its door key is not for this epoch, or the room did not answer
 */
export async function fetchDoorKey({ api, keys }: EpochSource): Promise<DoorKey | null> {
  const { current } = keys.keyring
  // Joining again is answered with the invite. It takes no seat: without the admission nobody new is let in.
  const { value } = await api.joinRoom(keys.roomId, { participantId: keys.participantId as ParticipantId })
  const encrypted = value?.invite?.split('.')[1]
  return current && encrypted !== undefined ? decryptDoorKey(current, encrypted) : null
}

/** @returns whether the room lists somebody as host or facilitator who was not known as one */
async function listManagers({ api, keys, recordManagers }: EpochListener): Promise<boolean> {
  const listed = await api.call('GET /api/rooms/:id/participants', { param: { id: keys.roomId } })
  return recordManagers(listed.value?.participants ?? [])
}

async function fetchEpochs({ api, keys }: EpochSource, after: number): Promise<readonly Epoch[] | null> {
  const reply = await api.call('GET /api/rooms/:id/epochs', { param: { id: keys.roomId }, query: { after } })
  return reply.ok ? reply.value.epochs : null
}
