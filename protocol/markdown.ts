import type { Message } from './message.ts'
import { fileNamesOf, type TranscriptWriter, type WrittenMessage } from './transcript-writer.ts'

// What Markdown (CommonMark, and GitHub's) reads as its own anywhere in a line, and what it does at the beginning of one.
const ANYWHERE = /[\\`*_[\]<>&~|$]/g
const BULLET = /^(\s*)([#+=-])/
const NUMBER = /^(\s*\d{1,9})([.)])/

/** A text that reads in Markdown as it was written: everything that would format it is escaped. */
export function escapeMarkdown(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(ANYWHERE, '\\$&').replace(BULLET, '$1\\$2').replace(NUMBER, '$1\\$2'))
    .join('\n')
}

/** A quotation; a line of it ends where the writer ended it. */
function formatQuote(text: string): string {
  const lines = escapeMarkdown(text).split('\n')
  // Spaces in front would be taken away, or make code of the line.
  return lines
    .map((line) => `> ${line.replace(/^[ \t]+/, (gap) => '\u00a0'.repeat(gap.length))}`)
    .join('\\\n')
}

/** The text of a message, or why there is none. */
function formatText({ text, burn, deletedAt, deletedBy }: Message): string {
  if (deletedAt === undefined) return burn === undefined ? formatQuote(text) : '*to be read once*'
  return deletedBy === undefined ? '*taken back*' : '*disappeared*'
}

/** The options of a poll, with how often each was chosen; nothing where there are none. */
function formatOptions({ options = [], reactions = {} }: Message): string {
  const lines = options.map((option, at) => `- ${escapeMarkdown(option)}: ${reactions[at] ?? 0}\n`)
  return lines.length === 0 ? '' : `\n${lines.join('')}`
}

/** The files of a message; nothing where it has none. */
function formatFiles(message: WrittenMessage): string {
  const lines = fileNamesOf(message).map((name) => `- File: ${escapeMarkdown(name)}\n`)
  return lines.length === 0 ? '' : `\n${lines.join('')}`
}

function formatInstant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** For reading: the title, the times, and each message as a quotation under its sender. */
export const markdown: TranscriptWriter = {
  extension: 'md',
  type: 'text/markdown; charset=utf-8',
  head: (room) =>
    `# ${escapeMarkdown(room.title)}\n\n${formatInstant(room.opensAt)} to ${formatInstant(room.closesAt)}\n`,
  message: (message) =>
    `\n**${escapeMarkdown(message.sender)}** · ${formatInstant(message.timestamp)}\n\n${formatText(message)}\n` +
    formatOptions(message) +
    formatFiles(message),
  tail: () => '',
}
