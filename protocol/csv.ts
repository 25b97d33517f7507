import type { Format } from './transcript.ts'

/** Excel takes a file without it for one in the local character set. RFC 4180 is silent; readers of UTF-8 drop it. */
const BYTE_ORDER_MARK = '\ufeff'

// What makes spreadsheets calculate with a cell: the operators, also in their full width and behind white space
// (OWASP, "CSV Injection"); and the apostrophe, so that the guard can be told from one that was written.
const RISKY = /^(?:'|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u

/**
 * A text as a field: in quotes, as RFC 4180 has it, and with an apostrophe in front of what a spreadsheet would take
 * for a formula. Reversible: whoever takes one apostrophe away from every field that begins with one has what was said.
 */
export function textField(text: string): string {
  return `"${(RISKY.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** RFC 4180: CRLF, a header, every text in quotes. docs/protocol.md says how to read it. */
export const csv: Format = {
  extension: 'csv',
  type: 'text/csv; charset=utf-8; header=present',
  head: () => `${BYTE_ORDER_MARK}seq,time,sender,text,id,participantId,timestamp\r\n`,
  message: ({ seq, timestamp, sender, text, id, participantId }) =>
    `${[
      seq,
      new Date(timestamp).toISOString(),
      textField(sender),
      textField(text),
      textField(id),
      textField(participantId),
      timestamp,
    ].join(',')}\r\n`,
  tail: () => '',
}
