import type { OverReason } from '../events.ts'
import type { Ending } from './ending.ts'
import { EXIT } from './exit-code.ts'

/** How a command ends whose session is over, by why it is. Whoever left knows it. */
const ENDINGS: Record<OverReason, Ending> = {
  left: { code: EXIT.done },
  closed: { code: EXIT.done },
  destroyed: { code: EXIT.done, message: 'The room was destroyed, with all that was said.' },
  expired: { code: EXIT.done, message: 'The time of this room is over. What was said is deleted.' },
  ended: { code: EXIT.done, message: 'This room is closed, as its facilitator planned it.' },
  removed: { code: EXIT.refused, message: 'A host removed you from this room.' },
  'turned-away': { code: EXIT.refused, message: 'A host of this room did not let you in.' },
  'seat-lost': { code: EXIT.refused, message: 'The seat is not yours any more. Join again with the link.' },
  replaced: { code: EXIT.refused, message: 'Too many others use this seat at once.' },
  'no-key': {
    code: EXIT.refused,
    message: 'The keys were rotated without you. Ask somebody in the room for a new link.',
  },
}

/** Returns how a command ends once the session is over. */
export function describeOver(reason: OverReason | undefined): Ending {
  return reason ? ENDINGS[reason] : { code: EXIT.done }
}
