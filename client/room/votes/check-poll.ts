import { isBlank } from '../../../protocol/blank-text.ts'
import { POLL_OPTION_MAX, POLL_OPTIONS } from '../../../protocol/limits.ts'
import { cleanPollOption, lineFault } from '../../../protocol/text.ts'

/** A poll as it is being written. */
export interface PollDraft {
  question: string
  choices: readonly string[]
  /** Whether a person has several choices. */
  hasSeveral: boolean
}

/** What is wrong with a choice. */
export type ChoiceFault = 'empty' | 'long' | 'unseen' | 'same'

/** What is wrong with a poll; a choice without a fault is absent. */
export interface PollFaults {
  question: 'empty' | 'long' | null
  choices: ReadonlyMap<number, ChoiceFault>
}

/** An empty poll, as the form begins. */
export const EMPTY_POLL: PollDraft = { question: '', choices: ['', ''], hasSeveral: false }

/**
 * Checks a poll before it is sent. Empty choices are left out where enough others are there.
 * @param fits whether the whole text fits a message
 * @returns the options to send, and what is wrong
 */
export function checkPoll(
  { question, choices }: PollDraft,
  fits: (text: string, options: readonly string[]) => boolean,
): { options: string[]; faults: PollFaults } {
  const faults = new Map<number, ChoiceFault>()
  const options: string[] = []
  const empty: number[] = []
  for (const [at, choice] of choices.entries()) {
    const fault = lineFault(choice, POLL_OPTION_MAX)
    const clean = cleanPollOption(choice.toWellFormed())
    if (fault?.is === 'empty') empty.push(at)
    else if (fault || clean === null) faults.set(at, fault?.is === 'long' ? 'long' : 'unseen')
    else if (options.includes(clean)) faults.set(at, 'same')
    else options.push(clean)
  }
  const missing = Math.max(0, POLL_OPTIONS.min - options.length - faults.size)
  for (const at of empty.slice(0, missing)) faults.set(at, 'empty')
  const isLong = !fits(question, options)
  return {
    options,
    faults: { question: isBlank(question) ? 'empty' : isLong ? 'long' : null, choices: faults },
  }
}
