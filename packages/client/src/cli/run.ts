import { parseArguments } from './arguments.ts'
import { COMMANDS, findCommand } from './commands.ts'
import type { Ending } from './ending.ts'
import { EXIT } from './exit-code.ts'
import { formatHelp, formatOverview } from './format-help.ts'
import { type Io, makeIo, readEnding } from './io.ts'

/** Runs `private-chat` as it was called. */
async function run(argv: readonly string[], io: Io): Promise<Ending> {
  const [word, ...named] = argv
  if (word === 'help' && named.length > 0) return run([...named, '--help'], io)
  const found = findCommand(argv)
  if (!found) return helpWithout(argv, io)
  const { command, rest } = found
  // What was typed may hold a link, and with it a key: the list of processes shows the name alone from here on.
  process.title = `private-chat ${command.name}`
  const args = parseArguments(command, rest)
  if (!args.ok) return args.ending
  if (args.value !== 'help') return command.run(args.value, io)
  await io.print(formatHelp(command).trimEnd())
  return { code: EXIT.done }
}

/** Prints the commands: all, or those of a family such as `rooms`. */
async function helpWithout([word, ...rest]: readonly string[], io: Io): Promise<Ending> {
  const family = COMMANDS.filter(({ name }) => name.startsWith(`${word} `))
  const isAsked = ['--help', '-h', 'help'].includes((family.length > 0 ? rest[0] : word) ?? '')
  if (isAsked) {
    await io.print(formatOverview(family.length > 0 ? family : COMMANDS).trimEnd())
    return { code: EXIT.done }
  }
  const names = (family.length > 0 ? family : COMMANDS).map(({ name }) => name).join(', ')
  return { code: EXIT.usage, message: `Say what to do: ${names}. private-chat --help says more.` }
}

/** Says where the program failed, and nothing of what was in its hands: a message of an exception may quote a text. */
function describeFault(fault: unknown): string {
  const frames =
    fault instanceof Error ? (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  return ['This is a fault of private-chat itself. Please report it with these lines:', ...frames].join('\n')
}

const io = makeIo()
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (fault) => {
    process.exitCode = EXIT.fault
    // Listeners of `exit` give the terminal back before anything is written to it.
    process.once('exit', () => io.warn(describeFault(fault)))
    process.exit()
  })
const ending = readEnding(await run(process.argv.slice(2), io), io.stopped)
if (ending.message) io.warn(ending.message)
process.exit(ending.code)
