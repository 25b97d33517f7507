import { ok } from '../../../protocol/refusal.ts'
import { toBase64Url } from '../../crypto/base64url.ts'
import { deriveDoorKey, importInviteSecret } from '../../crypto/invite.ts'
import { importPassword, type PasswordKey, stretchPassword } from '../../crypto/password-key.ts'
import type { Reply } from '../../net/http.ts'
import { applyRoom } from '../apply.ts'
import type { ShownName } from '../look-alikes.ts'
import type { RoomModel } from '../room-model.ts'
import type { MemberKeys } from './member-keys.ts'
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
export async function closeLinkForTwo(room: Commands & Pick<RoomModel, 'state'>): Promise<Reply<unknown>> {
  const partner = room.state.participants[1]
  const reply = await closeLink(room)
  const keys = rotatingOf(room.cipher())?.keys
  if (!reply.ok || !keys || !partner) return reply
  keys.recordClosedFor(partner.participantId)
  await keys.save()
  return reply
}

/** Rotates because somebody was removed without a rotation. Where the password is not known, the link closes. */
export async function completeRemoval(room: Commands): Promise<Reply<unknown>> {
  const keys = rotatingOf(room.cipher())?.keys
  const password = keys && (await findPassword(keys, ''))
  return rotate(room, {
    hasLink: keys?.door != null && password !== undefined,
    password: password ?? null,
  })
}

/** Unlocks the room where this browser locked it for a rotation that was cut off, as by a page that was closed. */
export async function unlockAfterRotation(room: Commands): Promise<void> {
  const keys = rotatingOf(room.cipher())?.keys
  if (!keys?.hasLocked) return
  await room.runCommand((api, roomId) => unlockRoom({ api, roomId, keys }), applyRoom)
}

/** Whether a rotation that keeps the password has to ask for it first. */
export async function isPasswordNeeded(room: Pick<RoomModel, 'cipher'>): Promise<boolean> {
  const keys = rotatingOf(room.cipher())?.keys
  return keys !== undefined && (await findPassword(keys, '')) === undefined
}

/**
 * Finds the password of the invite link: the one that was typed, or else the one that this browser keeps, if it still is
 * the link's: somebody else may have made a link with another.
 * @returns null where the link has none; undefined where it is not known
 */
async function findPassword(keys: MemberKeys, typed: string): Promise<PasswordKey | null | undefined> {
  const { door, password, roomId } = keys
  if (!door?.link.hasPassword) return null
  const candidate = typed ? await importPassword(typed) : password
  if (candidate === null) return undefined
  const { linkKey } = door.link
  const secret = await importInviteSecret(linkKey, await stretchPassword(candidate, linkKey))
  const isRight = toBase64Url(await deriveDoorKey(secret, roomId)) === toBase64Url(door.doorKey)
  return isRight ? candidate : undefined
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
