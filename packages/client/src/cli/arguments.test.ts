import { expect, test } from 'vitest'
import { parseArguments } from './arguments.ts'
import { COMMANDS, findCommand } from './commands.ts'
import { create } from './create.ts'
import { EXIT } from './exit-code.ts'
import { formatHelp, formatOverview } from './format-help.ts'
import { send } from './send.ts'

const KEY = '2yv8hkrjLK8XTEAc5y2HzOzbNN1mIdbYMWf64Ao39T_g'

function read(command: typeof create, argv: string[]) {
  const parsed = parseArguments(command, argv)
  if (!parsed.ok || parsed.value === 'help') throw new Error('these arguments are right')
  return parsed.value
}

test('options and a link are read, in any order', () => {
  const args = read(send, ['--alias', 'Ada', `https://chat.example/room/x#${KEY}`])
  expect([args.readText('alias'), args.readPositional(0)]).toEqual([
    'Ada',
    `https://chat.example/room/x#${KEY}`,
  ])
  expect(read(send, ['-']).readPositional(0)).toBe('-')
})

test.for([
  { argv: ['--sever', 'x'], says: 'There is no option --sever. Try: private-chat send --help' },
  {
    argv: ['--alias'],
    says: 'A value is missing, or is one too many, of --alias. Try: private-chat send --help',
  },
  { argv: ['a', 'b'], says: 'This is one argument too many. Try: private-chat send --help' },
])('what is wrong is named: $argv', ({ argv, says }) => {
  expect(parseArguments(send, argv)).toEqual({ ok: false, ending: { code: EXIT.usage, message: says } })
})

test('no key of a mistyped link comes back in a sentence', () => {
  for (const argv of [[`--${KEY}`], ['--alias', '--', KEY, KEY], [`--link=${KEY}`], ['a', KEY]])
    expect(JSON.stringify(parseArguments(send, argv))).not.toContain(KEY)
})

test('numbers and words have their limits', () => {
  const args = read(create, ['--capacity', '1', '--lifetime', '60', '--door', 'shut'])
  expect(args.readNumber('capacity', { min: 2, max: 5 })).toEqual({
    ok: false,
    ending: { code: EXIT.usage, message: '--capacity takes a whole number from 2 to 5.' },
  })
  expect(args.readNumber('lifetime', { min: 10, max: 60 })).toEqual({ ok: true, value: 60 })
  expect(args.readNumber('expiry', { min: 1, max: 2 })).toEqual({ ok: true, value: undefined })
  expect(args.readChoice('door', ['open', 'knock'])).toMatchObject({
    ending: { message: '--door takes one of: open, knock.' },
  })
})

test('a command is found by one word or two, and what stands behind it is its own', () => {
  expect(findCommand(['send', 'x'])).toEqual({ command: send, rest: ['x'] })
  expect(findCommand(['sendx'])).toBeNull()
  expect(findCommand([])).toBeNull()
})

test.for(COMMANDS)('the help of $name has its options and an example', (command) => {
  const help = formatHelp(command)
  for (const option of Object.keys(command.options)) expect(help).toContain(`--${option}`)
  expect(command.example).toContain(`private-chat ${command.name}`)
  expect(help).toContain(command.example.split('\n')[0])
  const lines = [help, formatOverview(COMMANDS)].join('').split('\n')
  // An example is copied as it stands; everything else fits a terminal.
  expect(lines.filter((line) => line.length > 80 && !line.includes('private-chat'))).toEqual([])
  expect(lines.some((line) => line.includes(`  ${command.name} `))).toBe(true)
})
