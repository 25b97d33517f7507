import { isDoorCard } from '../../../protocol/door-card.ts'
import type { EpochRequest } from '../../../protocol/epochs.ts'
import { isDoorClosed } from '../../../protocol/is-door-closed.ts'
import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import type { ParticipantId, Seat } from '../../../protocol/participant.ts'
import { ok, type Refusal, type Result, refused } from '../../../protocol/refusal.ts'
import type { Room } from '../../../protocol/room.ts'
import { hashAdmissionSecret } from '../../crypto/admission.ts'
import { encryptCard } from '../../crypto/card.ts'
import { encryptBack } from '../../crypto/epoch-chain.ts'
import { deriveCheck } from '../../crypto/epoch-check.ts'
import { EpochKeys } from '../../crypto/epoch-keys.ts'
import { deriveEpochAdmission } from '../../crypto/invite.ts'
import type { PasswordKey } from '../../crypto/password-key.ts'
import { makeRoomKey, type RoomKey } from '../../crypto/room-key.ts'
import { type Door, wrapRoomKey } from '../../crypto/wrap.ts'
import type { Reply, Unreachable } from '../../net/http.ts'
import type { RoomApi } from '../../net/room-api.ts'
import type { ShownName } from '../look-alikes.ts'
import { makeLink } from './make-link.ts'
import type { MemberCards } from './member-cards.ts'
import type { MemberKeys } from './member-keys.ts'

/** Attempts before a rotation gives up: others may rotate, join or leave at the same time. */
const ATTEMPTS_MAX = 6

/** What a rotation is for. */
export interface RotationPlan {
  /** Ids of participants who lose their seats with it. Of more than `REMOVED_IDS_MAX` the others learn the last ones. */
  remove?: readonly string[]
  /** Whether there is an invite link afterwards. */
  hasLink: boolean
  /** The password of the new link; null for none. */
  password: PasswordKey | null
  /** Whether the link stays as it is: where the door is closed it opens nothing by itself. Then the password is the one before. */
  keepsLink?: boolean
}

/** What rotating depends on. */
export interface RotationContext {
  api: RoomApi
  roomId: string
  keys: MemberKeys
  cards: MemberCards
  /** How the room lets people in; an open door unless given. */
  rules?: Pick<Room, 'door' | 'history'> | undefined
  /** Asks for the epochs that this page has missed. */
  catchUp(): Promise<unknown>
  /** Is called with those who have a seat and were not given the key, as they have no card of their own: by their alias. */
  recordLeftOut?(people: readonly ShownName[]): void
}

type Failure = Refusal | Unreachable

/**
 * Rotates the keys of a room: makes the next room key, gives it to everybody who has a seat and whom this page shows, and
 * makes another invite link. Tries again where others rotated, came or left meanwhile, with the room locked from the
 * second time on, so that it ends.
 * @returns the room afterwards
 */
export async function rotateKeys(
  context: RotationContext,
  plan: RotationPlan,
): Promise<Result<Room> | { ok: false; refusal: Failure; value?: never }> {
  // A rotation before may have been cut off before it could unlock the room.
  let isLocked = context.keys.hasLocked
  const unlock = async () => isLocked && (await unlockRoom(context)).ok
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const reply = await attemptRotation(context, plan)
    if (reply.ok) {
      return (await unlock()) ? ok({ ...reply.value, locked: false }) : reply
    }
    const { code } = reply.refusal
    if (code === 'stale-epoch') await context.catchUp()
    else if (code === 'members-changed') isLocked ||= attempt > 1 && (await lockRoom(context))
    else {
      await unlock()
      return reply
    }
  }
  await unlock()
  return refused({ code: 'members-changed', participantIds: [] })
}

type LockContext = Pick<RotationContext, 'api' | 'roomId' | 'keys'>

/** @returns whether the room is locked because of this: one that a host has locked stays so afterwards */
async function lockRoom(context: LockContext): Promise<boolean> {
  const room = await context.api.fetchRoom(context.roomId)
  if (room.value?.locked !== false) return false
  // Stored before it is done: should this page be closed meanwhile, the next one knows whose lock it is.
  await context.keys.recordLock(true)
  const { refusal } = await setLocked(context, true)
  // Where no answer came, the room may have locked all the same.
  if (refusal === undefined || refusal.code === 'unreachable') return true
  await context.keys.recordLock(false)
  return false
}

/** Unlocks a room that was locked to rotate its keys. */
export async function unlockRoom(context: LockContext): Promise<Reply<Room>> {
  const reply = await setLocked(context, false)
  if (reply.ok) await context.keys.recordLock(false)
  return reply
}

function setLocked({ api, roomId }: LockContext, locked: boolean): Promise<Reply<Room>> {
  return api.call('PATCH /api/rooms/:id', { param: { id: roomId }, json: { locked } })
}

async function attemptRotation(context: RotationContext, plan: RotationPlan) {
  const { api, roomId, keys } = context
  const param = { id: roomId }
  const listed = await api.call('GET /api/rooms/:id/participants', { param })
  if (!listed.ok) return listed
  const staying = listed.value.participants.filter(
    ({ participantId }) => !plan.remove?.includes(participantId),
  )
  const isAdmissionOnly = staying.length + listed.value.more > ROTATION_SEATS_MAX
  const next = await makeNextEpoch(context, plan, isAdmissionOnly)
  if (next === null) return refused('internal')
  const wrapped: Wrapped = isAdmissionOnly ? { wraps: {} } : await wrapForAll(context, staying, next)
  const json = {
    ...next.request,
    ...wrapped,
    remove: [...(plan.remove ?? [])] as ParticipantId[],
  }
  const reply = await api.call('POST /api/rooms/:id/epochs', { param, json })
  const take = async () => {
    const { epoch, roomKey: key, door } = next
    await keys.takeKey({ epoch, key }, { door, password: plan.password, removedIds: plan.remove })
    context.recordLeftOut?.(
      staying
        .filter(({ participantId }) => wrapped.wraps[participantId] === null)
        .map(({ participantId, alias }) => ({ participantId, name: alias })),
    )
  }
  if (reply.ok) {
    await take()
    return ok(reply.value)
  }
  if (reply.refusal.code !== 'unreachable' || isAdmissionOnly) return reply
  // The room may have taken it all the same: then this page has a wrap there, too. It may as well have refused it, because
  // somebody else rotated: the check says whose rotation it was.
  await context.catchUp()
  if (keys.keyring.getCheck(next.epoch) === next.request.check) {
    await take()
    return api.fetchRoom(roomId)
  }
  return keys.epoch >= next.epoch ? refused({ code: 'stale-epoch', epoch: keys.epoch }) : reply
}

/** An epoch that this page has made, and nobody else knows of. */
interface NextEpoch {
  epoch: number
  roomKey: RoomKey
  keys: EpochKeys
  door: Door | null
  /** Who was removed, with this rotation or before, the newest last. */
  removedIds: readonly string[]
  request: Omit<EpochRequest, 'wraps' | 'cards' | 'remove'>
}

/** @returns null where this page has no key to go on from */
async function makeNextEpoch(
  { keys, rules = { door: 'open', history: 'all' } }: RotationContext,
  plan: RotationPlan,
  isAdmissionOnly: boolean,
): Promise<NextEpoch | null> {
  const { roomId, roomKey: before } = keys
  if (before === null) return null
  const epoch = isAdmissionOnly ? keys.epoch : keys.epoch + 1
  const roomKey = isAdmissionOnly ? before : makeRoomKey()
  const at = { roomId, epoch }
  const nextKeys = await EpochKeys.fromKey(at, roomKey)
  const removedIds = [...keys.removedIds, ...(plan.remove ?? [])]
  const isClosed = isDoorClosed({ ...rules, keys: 2 })
  const [link, back, check] = await Promise.all([
    makeNextLink(),
    // Who comes later must not get from their key to the one before.
    rules.history === 'from-join' ? undefined : encryptBack(nextKeys, before),
    deriveCheck(nextKeys),
  ])
  const request = {
    epoch,
    admission: link?.admission ?? null,
    invite: (!isClosed && link?.invite) || null,
    // What is not given stays.
    password: link ? link.proof : null,
    back,
    check,
    key: keys.pair.publicKey.text,
  }
  return { epoch, roomKey, keys: nextKeys, door: link?.door ?? null, removedIds, request }

  async function makeNextLink() {
    if (!plan.hasLink) return null
    if (!plan.keepsLink || keys.door === null) return makeLink(at, roomKey, plan.password, removedIds)
    const secret = await deriveEpochAdmission(keys.door.link.linkKey)
    return { door: keys.door, admission: await hashAdmissionSecret(secret), invite: null, proof: undefined }
  }
}

/** What a rotation sends for those who stay, by their ids: a wrap or null, and cards that were renewed. */
interface Wrapped {
  wraps: Record<string, string | null>
  cards?: Record<string, string>
}

/**
 * Wraps the next key for everybody who stays and has a card of their own, and renews the cards of those who are away. Of
 * those present it renews what was made at the door: it goes with the link, and they send theirs a little later.
 */
async function wrapForAll(
  { keys, cards }: RotationContext,
  staying: readonly Seat[],
  next: NextEpoch,
): Promise<Wrapped> {
  const wraps: Record<string, string | null> = {}
  const renewed: Record<string, string> = {}
  const { epoch, roomKey, door, removedIds } = next
  await Promise.all(
    staying.map(async (seat) => {
      const { participantId } = seat
      const isSelf = participantId === keys.participantId
      const card = keys.isRemoved(participantId) ? null : await cards.openCard(seat)
      const other = isSelf ? keys.pair.publicKey : card?.publicKey
      wraps[participantId] = null
      if (other === undefined) return
      const route = { keys: keys.currentKeys, epoch, pair: keys.pair, other }
      wraps[participantId] = await wrapRoomKey(route, { roomKey, door, removedIds })
      const isOfLink = seat.card !== undefined && isDoorCard(seat.card)
      if (card && (isOfLink || (!isSelf && !seat.connected)))
        renewed[participantId] = await encryptCard(next.keys, card)
    }),
  )
  return { wraps, cards: renewed }
}
