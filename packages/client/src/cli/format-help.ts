import { wrapText } from './chat/text-width.ts'
import type { Command } from './command.ts'
import { EXIT_MEANINGS } from './exit-code.ts'

/** Columns of help: what every terminal has. */
const WIDTH = 80

const LINK_HELP = `LINK is the invite link. In place of it:
  PRIVATE_CHAT_LINK=…   in the environment, where LINK is left out
  -                     the first line of standard input
  nothing at all        it is asked for, and not shown
A link among the arguments stands in the history of your shell, and for a moment
in the list of processes.`

/** Returns the help of all: the commands, where the link may come from, the exit codes. */
export function formatOverview(commands: readonly Command[]): string {
  return `Self-destructing chat rooms, from a terminal or a script.

Usage: private-chat COMMAND [OPTIONS]

${formatTable(commands.map(({ name, summary }) => [name, summary]))}

private-chat COMMAND --help says more, with an example.

${LINK_HELP}

Exit codes:
${formatTable(EXIT_MEANINGS.map(([code, meaning]) => [String(code), meaning]))}

NO_COLOR=1 leaves out colours.
`
}

/** Returns the help of one command. */
export function formatHelp({ name, usage, help, options, positionals, example }: Command): string {
  const rows = Object.entries(options).map(
    ([option, { value, help }]) => [`--${option}${value ? ` ${value}` : ''}`, help] as const,
  )
  const parts = [
    `Usage: private-chat ${name} ${usage}`,
    fillText(help),
    `Options:\n${formatTable([...rows, ['--help', 'print this']])}`,
    ...(positionals.includes('LINK') ? [LINK_HELP] : []),
    `Example:\n${example.replace(/^/gm, '  ')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

/** Fills paragraphs anew: where their lines end in the source says nothing. */
function fillText(text: string): string {
  const paragraphs = text.split('\n\n').map((paragraph) => paragraph.replaceAll('\n', ' '))
  return paragraphs.map((paragraph) => wrapText(paragraph, WIDTH).join('\n')).join('\n\n')
}

function formatTable(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => first.length))
  const indent = ' '.repeat(width + 4)
  return rows
    .map(([first, second]) => {
      const lines = wrapText(second, WIDTH - indent.length)
      return `  ${first.padEnd(width)}  ${lines.join(`\n${indent}`)}`
    })
    .join('\n')
}
