import type { TakenEpoch } from './keys/take-epochs.ts'
import type { ShownName } from './look-alikes.ts'
import { addNotice } from './notice-log.ts'
import type { LinkChange, RoomState } from './room-state.ts'

/** A rotation of the keys, as the log says it. */
export interface NoticedRotation {
  /** Id of who rotated. */
  by: string
  link: LinkChange
  /** Those who have a seat and were not given the key. */
  notGiven?: readonly ShownName[] | undefined
}

/** Adds a line that says who rotated the keys and what became of the link, and one that names whom the key was not given. */
export function noticeRotation(draft: RoomState, { by, link, notGiven = [] }: NoticedRotation): void {
  const mine = by === draft.me?.participantId
  // Who rotates again, with nothing said between, has one line: the newest.
  const afterSeq = draft.messages.at(-1)?.seq ?? 0
  draft.notices = draft.notices.filter(
    ({ content, ...notice }) =>
      content.is !== 'rotation' || content.by.participantId !== by || notice.afterSeq !== afterSeq,
  )
  addNotice(draft, { is: 'rotation', by: findPerson(draft, by), mine, link })
  if (notGiven.length > 0) addNotice(draft, { is: 'not-given', people: notGiven })
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
  if (!isSaid) addNotice(draft, { is: 'other-keys', by: findPerson(draft, by), epoch })
}

/**
 * Somebody as the page names them: who is here, or said something; elsewhere by the alias that the room gave them, or by
 * the id, so that the line says somebody.
 */
function findPerson(
  { me, participants, messages }: RoomState,
  participantId: string,
  alias = participantId,
): ShownName {
  const isIt = (one: { participantId: string }) => one.participantId === participantId
  const here = participants.find(isIt) ?? (me && isIt(me) ? me : undefined)
  if (here) return { participantId, name: here.alias, animal: here.animal }
  const said = messages.findLast(isIt)
  return { participantId, name: said?.sender ?? alias, animal: said?.animal }
}

/** Adds the lines about epochs that this page has looked at. @param link what became of the invite link */
export function noticeEpochs(draft: RoomState, taken: readonly TakenEpoch[], link: LinkChange): void {
  const me = draft.me?.participantId
  for (const epoch of taken) {
    const { is, by } = epoch
    if (is === 'refused') noticeOtherKeys(draft, epoch)
    else if (is === 'others-left-out')
      addNotice(draft, {
        is: 'not-given',
        people: epoch.people.map(({ participantId, alias }) => findPerson(draft, participantId, alias)),
      })
    else if (is === 'not-given') {
      // Who was not given the key knows no link but the one before.
      const told = link === 'sameLink' ? 'newLink' : link
      noticeRotation(draft, { by, link: told, notGiven: me === undefined ? [] : [findPerson(draft, me)] })
    } else if (draft.room?.capacity === 2 && link === 'noLink') noticeLinkClosed(draft)
    else noticeRotation(draft, { by, link, notGiven: epoch.leftOut })
  }
}
