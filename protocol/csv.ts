import type { Tally } from './reactions.ts'
import { fileNamesOf, type TranscriptWriter } from './transcript-writer.ts'

/** Excel takes a file without it for one in the local character set. RFC 4180 is silent; readers of UTF-8 drop it. */
const BYTE_ORDER_MARK = '\ufeff'

// Where a cell may begin for one reader or another: in the middle of a text, too, since a reader with another
// separator, or one that ignores quotes, cuts it there.
const CUTS = ',;\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029'

// What a reader may take away before it looks at a cell: quotes, white space, marks, and what is not seen.
const SKIPPED = `(?:(?![${CUTS}])["\\s\\p{C}\\p{M}\\p{Default_Ignorable_Code_Point}\\u2800])*`

// What makes a spreadsheet calculate (OWASP, "CSV Injection"): the operators, and whatever becomes one of them when it
// is normalised, such as those of full width; the mathematical minus, too.
const OPERATORS =
  '=+\\-@\\u2212\\u207a\\u207b\\u207c\\u208a\\u208b\\u208c\\u2260\\u2a75\\u2a76\\ufb29\\ufe62\\ufe63\\ufe66\\ufe6b\\uff0b\\uff0d\\uff1d\\uff20'

// Places where an apostrophe is put: at a beginning or behind a cut, where an operator comes next, or a tab or a line end
// that would begin a cell, or an apostrophe, so that one that was written can be distinguished from one that was put there.
const GUARDED = new RegExp(
  `^(?=${SKIPPED}[${OPERATORS}\\t\\n\\r]|')|(?<=[${CUTS}])(?=${SKIPPED}[${OPERATORS}]|')|(?<=[,;\\n\\v\\f\\r\\u0085\\u2028\\u2029])(?=${SKIPPED}\\t)`,
  'gu',
)

/**
 * A text as a field: in quotes, as RFC 4180 has it, and with an apostrophe wherever a reader with `,`, `;` or tab between
 * its cells would find one that begins like a formula. Reversible: docs/protocol.md says how to read it.
 */
export function textField(text: string): string {
  return `"${text.replace(GUARDED, "'").replaceAll('"', '""')}"`
}

/** How often each code was put on a message, one a line. */
function formatReactions(reactions: Tally = {}): string {
  return Object.entries(reactions)
    .map(([code, count]) => `${code}: ${count}`)
    .join('\n')
}

/** RFC 4180: CRLF, a header, every text in quotes. */
export const csv: TranscriptWriter = {
  extension: 'csv',
  type: 'text/csv; charset=utf-8; header=present',
  head: () =>
    `${BYTE_ORDER_MARK}seq,time,sender,text,id,participantId,timestamp,options,reactions,deletedAt,files\r\n`,
  message: (message) => {
    const { seq, timestamp, sender, text, id, participantId, options = [], reactions, deletedAt } = message
    return `${[
      seq,
      new Date(timestamp).toISOString(),
      textField(sender),
      textField(text),
      textField(id),
      textField(participantId),
      timestamp,
      textField(options.join('\n')),
      textField(formatReactions(reactions)),
      deletedAt === undefined ? '' : new Date(deletedAt).toISOString(),
      textField(fileNamesOf(message).join('\n')),
    ].join(',')}\r\n`
  },
  tail: () => '',
}
