import type { PlannedRoom } from '../../facilitator.ts'
import type { Command } from '../command.ts'
import { describeRefusal } from '../describe-refusal.ts'
import { EXIT } from '../exit-code.ts'
import { toSafeLine } from '../safe-text.ts'
import { openSession, SESSION_HELP, SESSION_OPTIONS } from './open-session.ts'

/** `private-chat rooms list` */
export const roomsList: Command = {
  name: 'rooms list',
  summary: 'for facilitators: list the rooms of an account',
  usage: '--session FILE [OPTIONS]',
  positionals: [],
  options: SESSION_OPTIONS,
  help: `Prints a line for each room, the newest first, with tabs between: its id, scheduled, open or closed, when it opens and
closes, how many messages it has, and its title.

${SESSION_HELP}`,
  example: 'private-chat rooms list --session facilitator.json',

  async run(args, io) {
    const opened = await openSession(args, io)
    if (!opened.ok) return opened.ending
    const { value, refusal } = await opened.value.facilitator.rooms()
    if (refusal) return describeRefusal(refusal)
    for (const room of value) await io.print(formatRoom(room))
    return { code: EXIT.done }
  },
}

function formatRoom({ roomId, state, opensAt, closesAt, messages, title }: PlannedRoom): string {
  const instants = [opensAt, closesAt].map((instant) => new Date(instant).toISOString())
  return [roomId, state, ...instants, messages, title].map((field) => toSafeLine(String(field))).join('\t')
}
