import type { Message } from '../../protocol/message.ts'
import type { TranscriptFormat } from '../../protocol/schedule.ts'
import type { Transcript } from '../net/account-api.ts'

// The same files as the server's (worker/transcript), which it can't write for a room that it can't read. A test holds
// the two together.

// What spreadsheets calculate with, and the apostrophe that guards against it.
const RISKY = /^(?:'|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u

function field(text: string): string {
  return `"${(RISKY.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

function csv({ messages }: Transcript): string[] {
  const line = ({ seq, timestamp, sender, text, id, participantId }: Message) => {
    const texts = [sender, text, id, participantId].map(field).join(',')
    return `${seq},${new Date(timestamp).toISOString()},${texts},${timestamp}\r\n`
  }
  return ['\ufeffseq,time,sender,text,id,participantId,timestamp\r\n', ...messages.map(line)]
}

function escapeMarkdown(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .replace(/[\\`*_[\]<>&~|$]/g, '\\$&')
        .replace(/^(\s*)([#+=-])/, '$1\\$2')
        .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2'),
    )
    .join('\n')
}

function quote(text: string): string {
  const lines = escapeMarkdown(text).split('\n')
  return lines
    .map((line) => `> ${line.replace(/^[ \t]+/, (gap) => '\u00a0'.repeat(gap.length))}`)
    .join('\\\n')
}

function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

function markdown({ room, messages }: Transcript): string[] {
  const head = `# ${escapeMarkdown(room.title)}\n\n${instant(room.opensAt)} to ${instant(room.closesAt)}\n`
  const part = ({ sender, text, timestamp }: Message) =>
    `\n**${escapeMarkdown(sender)}** · ${instant(timestamp)}\n\n${quote(text)}\n`
  return [head, ...messages.map(part)]
}

function json({ room, messages }: Transcript): string[] {
  const line = (message: Message, index: number) => `${index === 0 ? '\n' : ',\n'}${JSON.stringify(message)}`
  return [`{"room":${JSON.stringify(room)},"messages":[`, ...messages.map(line), '\n]}\n']
}

/** Writes a transcript down, in pieces. */
export const TRANSCRIPT_FORMATS: Readonly<
  Record<TranscriptFormat, { extension: string; type: string; write(transcript: Transcript): string[] }>
> = {
  json: { extension: 'json', type: 'application/json', write: json },
  csv: { extension: 'csv', type: 'text/csv; charset=utf-8', write: csv },
  markdown: { extension: 'md', type: 'text/markdown; charset=utf-8', write: markdown },
}
