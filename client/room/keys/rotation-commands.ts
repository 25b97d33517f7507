import { ok } from '../../../protocol/refusal.ts'
import { importPassword } from '../../crypto/password-key.ts'
import type { Reply } from '../../net/http.ts'
import { applyRoom } from '../apply.ts'
import type { ShownName } from '../look-alikes.ts'
import type { RoomModel } from '../room-model.ts'
import type { DueRotation } from './due-rotation.ts'
import { findPassword } from './find-password.ts'
import { type RotationPlan, rotateKeys, unlockRoom } from './rotate-keys.ts'
import { rotatingOf } from './rotating-cipher.ts'

// What rotates the keys of a room on behalf of a person. Loaded when it is asked for.

type Commands = Pick<RoomModel, 'runCommand' | 'cipher'>

/** A rotation that needs the password of the invite link, which this page does not know. */
const PASSWORD_NEEDED = { ok: false, refusal: { code: 'password-required' } } as const

/** Removes somebody for good: the keys rotate, so that they can't read on, and the invite link changes with it. */
export async function removeForGood(
  room: Commands,
  participantId: string,
  typed: string,
): Promise<Reply<unknown>> {
  const keys = rotatingOf(room.cipher())?.keys
  const password = keys && (await findPassword(keys, typed))
  if (!keys || password === undefined) return PASSWORD_NEEDED
  const reply = await rotate(room, { remove: [participantId], hasLink: keys.door !== null, password })
  if (reply.refusal?.code !== 'participant-not-found') return reply
  keys.recordRemoved([participantId])
  await keys.save()
  return ok()
}

/** Makes another invite link in place of the one there is. @param typed its password; empty for none */
export async function makeNewLink(
  room: Commands,
  typed: string,
  remove: readonly string[] = [],
): Promise<Reply<unknown>> {
  return rotate(room, { remove, hasLink: true, password: typed ? await importPassword(typed) : null })
}

/** Closes the invite link: nobody else can come in. */
export function closeLink(room: Commands): Promise<Reply<unknown>> {
  return rotate(room, { hasLink: false, password: null })
}

/** Closes the invite link of a room for two, for the partner who is here. */
async function closeLinkForTwo(room: Commands & Pick<RoomModel, 'state'>): Promise<Reply<unknown>> {
  const partner = room.state.participants[1]
  const reply = await closeLink(room)
  const keys = rotatingOf(room.cipher())?.keys
  if (!reply.ok || !keys || !partner) return reply
  keys.recordClosedFor(partner.participantId)
  await keys.save()
  return reply
}

/**
 * Rotates so that somebody can be let in who reads nothing older. The invite link stays: others have it, and where everybody
 * waits at the door it opens nothing by itself.
 */
export function rotateForNewcomers(room: Commands): Promise<Reply<unknown>> {
  const keys = rotatingOf(room.cipher())?.keys
  return rotate(room, { hasLink: keys?.door != null, password: keys?.password ?? null, keepsLink: true })
}

/** Rotates because somebody was removed without a rotation. Where the password is not known, the link closes. */
async function completeRemoval(room: Commands): Promise<Reply<unknown>> {
  const keys = rotatingOf(room.cipher())?.keys
  const password = keys && (await findPassword(keys, ''))
  return rotate(room, {
    hasLink: keys?.door != null && password !== undefined,
    password: password ?? null,
  })
}

/** Rotates for what is due without being asked. Where that is refused, a change of the room or the next visit tries again. */
export async function rotateFor(due: DueRotation, room: Commands & Pick<RoomModel, 'state'>): Promise<void> {
  if (due === 'removal') await completeRemoval(room)
  else if (due === 'closing') await closeLinkForTwo(room)
}

/** Unlocks the room where this browser locked it for a rotation that was cut off, as by a page that was closed. */
export async function unlockAfterRotation(room: Commands): Promise<void> {
  const keys = rotatingOf(room.cipher())?.keys
  if (!keys?.hasLocked) return
  await room.runCommand((api, roomId) => unlockRoom({ api, roomId, keys }), applyRoom)
}

function rotate(room: Commands, plan: RotationPlan): Promise<Reply<unknown>> {
  return room.runCommand(
    async (api, roomId) => {
      const rotating = rotatingOf(room.cipher())
      if (rotating === undefined) return { ok: false, refusal: { code: 'not-found' } }
      const { keys, cards } = rotating
      let leftOut: readonly ShownName[] = []
      const context = {
        api,
        roomId,
        keys,
        cards,
        rules: rotating.rules,
        catchUp: () => rotating.catchUp(),
        recordLeftOut(people: readonly ShownName[]) {
          leftOut = people
        },
      }
      const reply = await rotateKeys(context, plan)
      if (reply.ok) rotating.recordOwnRotation(leftOut)
      return reply
    },
    (latest, value) => value && applyRoom(latest, value),
  )
}
