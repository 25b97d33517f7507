import type { Message } from '../../message.ts'
import type { ChatMessage } from './chat-state.ts'

/** Returns a message as the chat shows it. @param sender the name that stands above it */
export function describeMessage(message: Message, sender: string): ChatMessage {
  const { id, seq, participantId, mine, timestamp } = message
  return {
    is: 'message',
    id,
    seq,
    participantId,
    sender,
    isMine: mine,
    at: timestamp,
    text: describeText(message),
    mark: describeMark(message),
  }
}

/** What is said of a message stands beside its time, where no text can stand. */
function describeMark({ opened, deletedAt, editedAt, burn, expires, files }: Message): string {
  if (deletedAt !== undefined)
    return expires === undefined && burn === undefined ? 'taken back' : 'disappeared'
  if (opened === 'unreadable') return 'can’t be opened with the keys that are here'
  const marks = [
    opened === 'plain' && 'not encrypted',
    burn !== undefined && 'read once: open it on the page',
    editedAt !== undefined && 'edited',
    files.length > 0 && 'with a file: open it on the page',
  ]
  return marks.filter((mark) => mark !== false).join(', ')
}

function describeText({ text, options = [], files }: Message): string {
  const lines = [
    ...(text ? [text] : []),
    ...options.map((option, index) => `${index + 1}. ${option}`),
    ...files.map(({ name, size }) => `${name || 'A file'} (${formatBytes(size)})`),
  ]
  return lines.join('\n')
}

/** Writes a number of octets for a person. */
function formatBytes(octets: number): string {
  if (octets < 1_024) return `${octets} bytes`
  if (octets < 1_048_576) return `${Math.round(octets / 1_024)} KiB`
  return `${(octets / 1_048_576).toFixed(1)} MiB`
}
