import { POLL_OPTIONS } from '../../../protocol/limits.ts'
import { EMPTY_POLL, type PollDraft } from './check-poll.ts'

/**
 * Returns a poll as it was kept while it was being written; an empty one where there was none, or where what was kept is of
 * another version of this page.
 */
export function readPollDraft(json: string): PollDraft {
  let kept: Partial<PollDraft> | null = null
  try {
    kept = JSON.parse(json)
  } catch {
    // Nothing was kept.
  }
  const { question, choices, hasSeveral } = kept ?? {}
  if (typeof question !== 'string' || !Array.isArray(choices)) return EMPTY_POLL
  const isWhole = choices.length >= POLL_OPTIONS.min && choices.length <= POLL_OPTIONS.max
  if (!isWhole || choices.some((choice) => typeof choice !== 'string')) return EMPTY_POLL
  return { question, choices, hasSeveral: hasSeveral === true }
}
