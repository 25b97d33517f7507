import type { VoteDetails } from '../../protocol/message.ts'

/** Returns all that a message says as one text: the options of a poll, too, each on a line of its own. */
export function wholeText({ text, options }: { text: string } & VoteDetails): string {
  return [text, ...(options ?? [])].join('\n- ')
}
