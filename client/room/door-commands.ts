import { isDoorClosed } from '../../protocol/is-door-closed.ts'
import { ok, refused } from '../../protocol/refusal.ts'
import type { Room } from '../../protocol/room.ts'
import type { Reply } from '../net/http.ts'
import { applyRoom } from './apply.ts'
import type { KeysNotKept } from './keys/make-first-epoch.ts'
import type { MemberKeys } from './keys/member-keys.ts'
import { rotatingOf } from './keys/rotating-cipher.ts'
import { noticeSettings } from './notice-settings.ts'
import type { RoomModel } from './room-model.ts'

// What a host does at the door. Loaded with what shows it.

type Commands = Pick<RoomModel, 'runCommand' | 'cipher' | 'state'>

/** Attempts before letting in gives up: others may rotate the keys at the same time. */
const ATTEMPTS_MAX = 4

/**
 * Lets in who waits at the door. Where keys rotate they are given the key; where newcomers read nothing older, one that
 * this page makes for them, once for all of them. Who does not wait any more is no fault: another host was first.
 * @returns why somebody was not let in, if so; `wrong-link` says that their card can't be read, or was made with another link
 */
export async function letIn(room: Commands, participantIds: readonly string[]): Promise<Reply<unknown>> {
  let waiting = participantIds
  for (let attempt = 1; ; attempt += 1) {
    const keys = rotatingOf(room.cipher())?.keys
    if (keys && room.state.room?.history === 'from-join') {
      const { rotateForNewcomers } = await import('./keys/rotation-commands.ts')
      const rotated = await rotateForNewcomers(room)
      if (!rotated.ok) return rotated
    }
    const left: string[] = []
    for (const participantId of waiting) {
      const reply = await admit(room, participantId)
      if (reply.refusal?.code === 'stale-epoch') left.push(participantId)
      else if (reply.refusal && reply.refusal.code !== 'participant-not-found') return reply
    }
    if (left.length === 0) return ok()
    if (attempt === ATTEMPTS_MAX) return refused({ code: 'stale-epoch', epoch: keys?.epoch ?? 0 })
    waiting = left
    await rotatingOf(room.cipher())?.catchUp()
  }
}

async function admit(room: Commands, participantId: string) {
  const rotating = rotatingOf(room.cipher())
  const admission = rotating ? await wrapFor(rotating.keys, rotating.findPublicKey(participantId)) : {}
  if (admission === null) return refused('wrong-link')
  return room.runCommand((api, roomId) =>
    api.call('POST /api/rooms/:id/participants/:participantId/admit', {
      param: { id: roomId, participantId },
      json: admission,
    }),
  )
}

type PublicKey = ReturnType<NonNullable<RoomModel['getPublicKey']>>

async function wrapFor(keys: MemberKeys, other: PublicKey) {
  if (other === undefined) return null
  const { wrapAdmission } = await import('./keys/wrap-admission.ts')
  return wrapAdmission(keys, other)
}

/** Turns away who waits at the door, for good. Who does not wait any more is no fault: whom another host let in stays. */
export async function turnAway(room: Commands, participantIds: readonly string[]): Promise<Reply<unknown>> {
  for (const participantId of participantIds) {
    const reply = await room.runCommand((api, roomId) =>
      api.call('DELETE /api/rooms/:id/participants/:participantId', {
        param: { id: roomId, participantId },
        query: { waiting: 'true' },
      }),
    )
    if (reply.refusal && reply.refusal.code !== 'participant-not-found') return reply
  }
  return ok()
}

/**
 * Closes the door, or opens it. Where keys rotate, whoever comes in by an open door needs an invite: it is made from the keys
 * that are here, and again where the keys were rotated meanwhile.
 * @returns `password-required` where this browser does not know the password of the invite link; `keys-not-kept` where it keeps
 * none, and could let nobody in after a reload, as there is no invite while the door is closed
 */
export async function setDoor(room: Commands, door: Room['door']): Promise<Reply<unknown> | KeysNotKept> {
  const keys = rotatingOf(room.cipher())?.keys
  if (door === 'knock' && keys?.keeps === false) return { ok: false, refusal: { code: 'keys-not-kept' } }
  for (let attempt = 1; ; attempt += 1) {
    let invite: string | undefined
    const known = room.state.room
    const isInviteNeeded =
      known?.keys === 2 &&
      known.invitable === true &&
      !isDoorClosed({ door, history: known.history, keys: 2 })
    if (keys && isInviteNeeded) {
      const { makeInvite } = await import('./keys/make-invite.ts')
      const made = await makeInvite(keys)
      if (made === null) return refused('password-required')
      invite = made
    }
    const epoch = keys?.epoch
    const reply = await room.runCommand(
      (api, roomId) => api.call('PATCH /api/rooms/:id', { param: { id: roomId }, json: { door, invite } }),
      (latest, value) => {
        noticeSettings(latest, latest.room, value)
        applyRoom(latest, value)
      },
    )
    const isStale = reply.ok && invite !== undefined && reply.value.epoch !== epoch
    if (!isStale || attempt === ATTEMPTS_MAX) return reply
    await rotatingOf(room.cipher())?.catchUp()
  }
}
