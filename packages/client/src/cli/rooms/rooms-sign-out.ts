import type { Command } from '../command.ts'
import { describeRefusal } from '../describe-refusal.ts'
import { EXIT } from '../exit-code.ts'
import { openSession, SESSION_HELP, SESSION_OPTIONS } from './open-session.ts'

/** `private-chat rooms sign-out` */
export const roomsSignOut: Command = {
  name: 'rooms sign-out',
  summary: 'for facilitators: end the login that a file keeps',
  usage: '--session FILE',
  positionals: [],
  options: SESSION_OPTIONS,
  help: `Ends the login. The file stays, with the keys of the rooms that were planned with it: delete it once you want none of their
transcripts any more.

${SESSION_HELP}`,
  example: 'private-chat rooms sign-out --session facilitator.json',

  async run(args, io) {
    const opened = await openSession(args, io)
    if (!opened.ok) return opened.ending
    const { refusal } = await opened.value.facilitator.signOut()
    if (refusal) return describeRefusal(refusal)
    const saved = opened.value.save()
    return saved.ok ? { code: EXIT.done } : saved.ending
  },
}
