import { askYes } from '../ask-yes.ts'
import type { Command } from '../command.ts'
import { describeRefusal } from '../describe-refusal.ts'
import { endWithUsage } from '../ending.ts'
import { EXIT } from '../exit-code.ts'
import { openSession, SESSION_HELP, SESSION_OPTIONS } from './open-session.ts'

/** `private-chat rooms delete` */
export const roomsDelete: Command = {
  name: 'rooms delete',
  summary: 'for facilitators: delete a room and its transcript',
  usage: 'ROOM --session FILE [OPTIONS]',
  positionals: ['ROOM'],
  options: { ...SESSION_OPTIONS, yes: { type: 'boolean', help: 'do not ask' } },
  help: `Deletes a room with all that was said, by the id that rooms list prints. It asks first where somebody sits at a terminal; a
script is not asked.

${SESSION_HELP}`,
  example: 'private-chat rooms delete "$ROOM" --session facilitator.json --yes',

  async run(args, io) {
    const roomId = args.readPositional(0)
    if (!roomId) return endWithUsage('Say which room: rooms list prints their ids.').ending
    const question = 'Delete this room and its transcript? [y/N]'
    if (!args.hasFlag('yes') && (await askYes(io, question)) === false)
      return { code: EXIT.refused, message: 'Nothing was deleted.' }
    const opened = await openSession(args, io)
    if (!opened.ok) return opened.ending
    const { refusal } = await opened.value.facilitator.deleteRoom(roomId)
    if (refusal) return describeRefusal(refusal)
    const saved = opened.value.save()
    return saved.ok ? { code: EXIT.done } : saved.ending
  },
}
