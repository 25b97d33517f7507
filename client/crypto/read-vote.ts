import { POLL_OPTIONS } from '../../protocol/limits.ts'
import type { VoteDetails } from '../../protocol/message.ts'
import { cleanPollOption } from '../../protocol/text.ts'

/**
 * Reads what an envelope says of a vote, which whoever has the room key may have made up. Options have the limits that the room
 * holds where it can read them: two to ten, all different, short, and to be seen.
 * @returns no details for a poll that breaks them: its text is shown as a text; null for a kind that is not known
 */
export function readVote({
  kind,
  options,
}: Record<string, unknown>): Pick<VoteDetails, 'kind' | 'options'> | null {
  if (kind === 'question') return { kind }
  if (kind !== 'poll') return null
  if (!Array.isArray(options)) return {}
  if (options.length < POLL_OPTIONS.min || options.length > POLL_OPTIONS.max) return {}
  const read = options.flatMap((option: unknown) =>
    typeof option === 'string' && option.isWellFormed() ? (cleanPollOption(option) ?? []) : [],
  )
  return new Set(read).size === options.length ? { kind, options: read } : {}
}
