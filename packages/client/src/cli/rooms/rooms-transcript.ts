import type { Command } from '../command.ts'
import { describeRefusal } from '../describe-refusal.ts'
import { endWithUsage } from '../ending.ts'
import { EXIT } from '../exit-code.ts'
import { toSafeText } from '../safe-text.ts'
import { openSession, SESSION_HELP, SESSION_OPTIONS } from './open-session.ts'

/** `private-chat rooms transcript` */
export const roomsTranscript: Command = {
  name: 'rooms transcript',
  summary: 'for facilitators: print what was said in a room',
  usage: 'ROOM --session FILE [OPTIONS]',
  positionals: ['ROOM'],
  options: {
    ...SESSION_OPTIONS,
    format: { type: 'string', value: 'FORMAT', help: 'json, csv or markdown, as is unless given' },
  },
  help: `Prints the transcript of a room, by the id that rooms list prints. An encrypted one is opened with the keys in the file of
--session.

${SESSION_HELP}`,
  example: 'private-chat rooms transcript "$ROOM" --session facilitator.json > transcript.md',

  async run(args, io) {
    const roomId = args.readPositional(0)
    if (!roomId) return endWithUsage('Say which room: rooms list prints their ids.').ending
    const format = args.readChoice('format', ['json', 'csv', 'markdown'])
    if (!format.ok) return format.ending
    const opened = await openSession(args, io)
    if (!opened.ok) return opened.ending
    const { value, refusal } = await opened.value.facilitator.readTranscript(roomId, {
      format: format.value ?? 'markdown',
    })
    if (refusal) return describeRefusal(refusal)
    // A file gets what was said; a terminal what it can be sent of it.
    await io.print((process.stdout.isTTY ? toSafeText(value) : value).replace(/\n$/, ''))
    return { code: EXIT.done }
  },
}
