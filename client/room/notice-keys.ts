import type { TakenEpoch } from './keys/member-keys.ts'
import { addNotice } from './notice-log.ts'
import type { RoomState } from './room-state.ts'

/** A rotation of the keys, as the log says it. */
export interface NoticedRotation {
  /** Id of who rotated. */
  by: string
  /** Whether there is an invite link afterwards. */
  hasLink: boolean
  /** Ids of those who have a seat and were not given the key. */
  notGiven?: readonly string[]
}

/** Adds a line that says who rotated the keys and what became of the link, and one that names whom the key was not given. */
export function noticeRotation(draft: RoomState, { by, hasLink, notGiven = [] }: NoticedRotation): void {
  const mine = by === draft.me?.participantId
  addNotice(draft, { is: 'rotation', name: findName(draft, by), mine, hasLink })
  if (notGiven.length > 0)
    addNotice(draft, { is: 'not-given', names: notGiven.map((id) => findName(draft, id)) })
}

/** Adds a line that says that a room for two has closed its link by itself. */
export function noticeLinkClosed(draft: RoomState): void {
  addNotice(draft, { is: 'link-closed' })
}

/**
 * Adds a line that warns of keys that this page did not take: they are not the same for everybody, or came from somebody
 * who may not rotate. An epoch that is offered again is said once.
 * @param by id of who is said to have rotated
 */
export function noticeOtherKeys(draft: RoomState, { by, epoch }: { by: string; epoch: number }): void {
  const isSaid = draft.notices.some(({ content }) => content.is === 'other-keys' && content.epoch === epoch)
  if (!isSaid) addNotice(draft, { is: 'other-keys', name: findName(draft, by), epoch })
}

/** The name of somebody who is here, or who said something; where there is none the id, so that the line says somebody. */
function findName({ me, participants, messages }: RoomState, participantId: string): string {
  const isIt = (one: { participantId: string }) => one.participantId === participantId
  return (
    participants.find(isIt)?.alias ??
    (me && isIt(me) ? me.alias : undefined) ??
    messages.findLast(isIt)?.sender ??
    participantId
  )
}

/** Adds the lines about epochs that this page has looked at. @param hasLink whether there is an invite link now */
export function noticeEpochs(draft: RoomState, taken: readonly TakenEpoch[], hasLink: boolean): void {
  for (const { is, by, epoch } of taken) {
    const me = draft.me?.participantId
    if (is === 'refused') noticeOtherKeys(draft, { by, epoch })
    else if (is === 'not-given')
      noticeRotation(draft, { by, hasLink, notGiven: me === undefined ? [] : [me] })
    else if (draft.room?.capacity === 2 && !hasLink) noticeLinkClosed(draft)
    else noticeRotation(draft, { by, hasLink })
  }
}
