import { askYes } from './ask-yes.ts'
import type { Command } from './command.ts'
import { describeRefusal } from './describe-refusal.ts'
import { enterRoom } from './enter-room.ts'
import { EXIT } from './exit-code.ts'
import { ENTRY_OPTIONS, readEntry } from './read-entry.ts'
import { StdinText } from './stdin-text.ts'

/** `private-chat destroy` */
export const destroy: Command = {
  name: 'destroy',
  summary: 'destroy a room and all that was said in it',
  usage: '[LINK] [OPTIONS]',
  positionals: ['LINK'],
  options: {
    ...ENTRY_OPTIONS,
    yes: { type: 'boolean', help: 'do not ask' },
  },
  help: `Destroys a room for everybody: its messages, its participants, its link. In a room for two anybody may; in others the
host, whose seat create --seat FILE keeps. It asks first where somebody sits at a terminal; a script is not asked.`,
  example: 'private-chat destroy --yes',

  async run(args, io) {
    const entry = await readEntry(args, io, new StdinText(io.stdin))
    if (!entry.ok) return entry.ending
    const question = 'Destroy this room and all that was said, for everybody? [y/N]'
    // Whoever wrote it into a script, where nobody can be asked, means it.
    if (!args.hasFlag('yes') && (await askYes(io, question)) === false)
      return { code: EXIT.refused, message: 'Nothing was destroyed.' }
    const entered = await enterRoom(entry.value, io)
    if (!entered.ok) return entered.ending
    const { refusal } = await entered.value.session.destroy()
    if (!refusal) return { code: EXIT.done }
    await entered.value.leave()
    return describeRefusal(refusal)
  },
}
