import { isBlank } from '../../../../protocol/blank-text.ts'
import { MESSAGE_MAX_BYTES } from '../../../../protocol/limits.ts'
import type { Command } from './command.ts'
import { describeRefusal } from './describe-refusal.ts'
import { type Ending, endWithUsage, type Read } from './ending.ts'
import { type Entered, enterRoom } from './enter-room.ts'
import { EXIT } from './exit-code.ts'
import { type Io, readStop } from './io.ts'
import { ENTRY_OPTIONS, readEntry } from './read-entry.ts'
import { StdinText } from './stdin-text.ts'
import { waitInTime, waitUnlessStopped } from './wait-for.ts'

/** Milliseconds that a room has to store a message, over lost lines and restarts. A script that waits longer has hung. */
const STORED_WITHIN = 60_000

/** `private-chat send` */
export const send: Command = {
  name: 'send',
  summary: 'send standard input as one message',
  usage: '[LINK] [OPTIONS] < TEXT',
  positionals: ['LINK'],
  options: ENTRY_OPTIONS,
  help: `Takes a seat, sends standard input as one message, and leaves the seat again. It ends with 0 once the message is
stored. One line end behind the text is cut off. With - for LINK the first line is the link, and the text follows.`,
  example: `echo 'the build is green' | private-chat send --alias ci`,

  async run(args, io) {
    const stdin = new StdinText(io.stdin)
    const entry = await readEntry(args, io, stdin)
    if (!entry.ok) return entry.ending
    // Before a seat is taken: who has nothing to say takes none from the others.
    const text = await readMessage(io, stdin)
    if (!text.ok) return text.ending
    const entered = await enterRoom(entry.value, io)
    if (!entered.ok) return entered.ending
    try {
      return await sendInTime(entered.value, text.value, io)
    } finally {
      await entered.value.leave()
    }
  },
}

async function readMessage(io: Io, stdin: StdinText): Promise<Read<string>> {
  if (io.stdin.isTTY) io.warn('Type the message, then Ctrl+D on a line of its own.')
  const octets = await stdin.readRest(MESSAGE_MAX_BYTES)
  if (octets === null)
    return endWithUsage(
      `A message has ${MESSAGE_MAX_BYTES} bytes at most; this has more. Nothing was sent: split it, or send a file on the page.`,
    )
  const text = decodeUtf8(octets)
  if (text === null) return endWithUsage('Standard input is no text in UTF-8. Nothing was sent.')
  const message = text.replace(/\r?\n$/, '')
  if (isBlank(message)) return endWithUsage('There is nothing to send: give the text on standard input.')
  return { ok: true, value: message }
}

function decodeUtf8(octets: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    return null
  }
}

async function sendInTime({ session }: Entered, text: string, io: Io): Promise<Ending> {
  const sending = session.send(text)
  await waitUnlessStopped(waitInTime(sending, STORED_WITHIN), io.stopped)
  // What is settled wins over what was waited for.
  const settled = await Promise.race([sending, null])
  if (settled) return settled.ok ? { code: EXIT.done } : describeRefusal(settled.refusal)
  if (io.stopped.aborted) return readStop(io.stopped)
  const seconds = STORED_WITHIN / 1_000
  return {
    code: EXIT.unreachable,
    message: `The room did not confirm the message within ${seconds} s: it may be stored or not.`,
  }
}
