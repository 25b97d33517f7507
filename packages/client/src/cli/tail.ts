import type { Message } from '../message.ts'
import type { RoomSession } from '../room-session.ts'
import type { Command } from './command.ts'
import { describeRefusal } from './describe-refusal.ts'
import type { Ending } from './ending.ts'
import { type Entered, enterRoom } from './enter-room.ts'
import { EXIT } from './exit-code.ts'
import { formatJsonLine } from './format-json-line.ts'
import { type Io, readStop } from './io.ts'
import { ENTRY_OPTIONS, readEntry } from './read-entry.ts'
import { StdinText } from './stdin-text.ts'

/** Messages that are asked for at once, of those that were said before: as many as the room gives. */
const PAGE = 500

/** `private-chat tail` */
export const tail: Command = {
  name: 'tail',
  summary: 'print what was said and what comes, a JSON object a line',
  usage: '[LINK] [OPTIONS]',
  positionals: ['LINK'],
  options: {
    ...ENTRY_OPTIONS,
    count: { type: 'string', value: 'N', help: 'end with 0 after N lines' },
  },
  help: `Takes a seat and prints every message that it may read, then each that comes: sender, text, seq, timestamp
(Unix milliseconds), participantId and opened ("opened", "plain" or "unreadable"). A message that is edited, taken back
or disappears is printed again with the same seq, as it is now, with editedAt or deletedAt. It ends with 0 when the room
does, after --count lines, or with the next line once nobody reads its output; Ctrl+C leaves the seat.`,
  example: `private-chat tail --count 1 | grep -o '"text":"[^"]*"'`,

  async run(args, io) {
    const count = args.readNumber('count', { min: 1, max: Number.MAX_SAFE_INTEGER })
    if (!count.ok) return count.ending
    const entry = await readEntry(args, io, new StdinText(io.stdin))
    if (!entry.ok) return entry.ending
    const entered = await enterRoom(entry.value, io)
    if (!entered.ok) return entered.ending
    try {
      return await printMessages(entered.value, io, count.value ?? Number.POSITIVE_INFINITY)
    } finally {
      await entered.value.leave()
    }
  },
}

async function printMessages(
  { session, leave, describeEnd }: Entered,
  io: Io,
  count: number,
): Promise<Ending> {
  const stop = () => void leave()
  io.stopped.addEventListener('abort', stop)
  let left = count
  const print = async (message: Message): Promise<boolean> => {
    await io.print(formatJsonLine(describe(message)))
    left -= 1
    return left > 0 && !io.stopped.aborted
  }
  try {
    const told = await printEarlier(session, print)
    if ('code' in told) return io.stopped.aborted ? readStop(io.stopped) : told
    if (left > 0)
      for await (const { event, data } of session) {
        // The newest of those that were said before come as events, too.
        const isNew = event === 'chat.update' || (event === 'chat.message' && data.seq > told.lastSeq)
        if (isNew && !(await print(data))) break
      }
  } finally {
    io.stopped.removeEventListener('abort', stop)
  }
  if (io.stopped.aborted) return readStop(io.stopped)
  return left > 0 ? describeEnd() : { code: EXIT.done }
}

/** Prints what was said before. @returns the last of it, or how the command ends that can't read it */
async function printEarlier(
  session: RoomSession,
  print: (message: Message) => Promise<boolean>,
): Promise<{ lastSeq: number } | Ending> {
  for (let lastSeq = 0; ; ) {
    const { value, refusal } = await session.messages({ after: lastSeq, limit: PAGE })
    if (refusal) return describeRefusal(refusal)
    for (const message of value.messages) {
      if (!(await print(message))) return { lastSeq: message.seq }
      lastSeq = message.seq
    }
    if (value.messages.length === 0) return { lastSeq }
  }
}

/** What a line has: in the order of reading. */
function describe(message: Message): object {
  const { seq, timestamp, sender, text, participantId, id, mine, opened } = message
  const { replyTo, kind, options, files, expires, burn, editedAt, deletedAt } = message
  return {
    ...{ seq, timestamp, sender, text, participantId, id, mine, opened },
    ...{ replyTo, kind, options, expires, burn, editedAt, deletedAt },
    ...(files.length > 0 && { files }),
  }
}
