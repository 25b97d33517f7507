import type { MessageRequest } from '../../../protocol/message.ts'
import { type Issue, ok, type Result, refused } from '../../../protocol/refusal.ts'
import type { Encryption } from '../../../protocol/room.ts'

type Details = Pick<MessageRequest, 'replyTo' | 'burn' | 'files' | 'choice' | 'kind' | 'options'>

/** One result for all that is well, so that a message allocates none. */
const ACCEPTED: Result<void> = ok()

/**
 * Checks whether what a message says beside its text goes together. In an encrypted room it is in the envelope, and the room
 * takes only whether a participant has one choice.
 */
export function checkDetails(
  { replyTo, burn, files, choice, kind, options }: Details,
  encryption: Encryption,
): Result<void> {
  const isPlain = replyTo === undefined && burn === undefined && kind === undefined && options === undefined
  if (isPlain) return ACCEPTED
  const issues: Issue[] = []
  // What stands beside the text, in the open, must not say what was to be read once.
  const isOpen = encryption === 'none'
  const hidden = isOpen ? (burn === undefined ? {} : { files, kind, options }) : { replyTo, kind, options }
  const message = isOpen
    ? 'A message that is read once has its text alone.'
    : 'In an encrypted room this is in the envelope.'
  for (const [path, value] of Object.entries(hidden)) if (value !== undefined) issues.push({ path, message })
  if (kind === 'poll' && options === undefined)
    issues.push({ path: 'options', message: 'A poll has options.' })
  if (kind !== 'poll' && options !== undefined)
    issues.push({ path: 'options', message: 'Only a poll has options.' })
  if (options !== undefined && new Set(options).size < options.length)
    issues.push({ path: 'options', message: 'Every option is another one.' })
  if (kind === 'question' && choice !== undefined)
    issues.push({ path: 'choice', message: 'A question has one vote of each anyway.' })
  return issues.length === 0 ? ACCEPTED : refused({ code: 'invalid-request', issues })
}
