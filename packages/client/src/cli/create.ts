import { CAPACITY, LIFETIME } from '../../../../protocol/limits.ts'
import { createRoom } from '../index.ts'
import type { CreateRoomOptions } from '../room.ts'
import type { Arguments } from './arguments.ts'
import type { Command } from './command.ts'
import { describeRefusal } from './describe-refusal.ts'
import { endWithUsage, type Read, readGiven } from './ending.ts'
import { EXIT } from './exit-code.ts'
import { PASSWORD_OPTION, readPassword } from './read-password.ts'
import { checkSeatFile, SEAT_OPTION, writeSeat } from './seat-file.ts'
import { StdinText } from './stdin-text.ts'

/** `private-chat create` */
export const create: Command = {
  name: 'create',
  summary: 'create a room and print its invite link',
  usage: '--server ORIGIN [OPTIONS]',
  positionals: [],
  options: {
    server: {
      type: 'string',
      value: 'ORIGIN',
      help: 'where the room is to be, such as https://chat.example',
    },
    capacity: {
      type: 'string',
      value: 'N',
      help: `seats, from ${CAPACITY.min}; 2 unless given; none for no limit`,
    },
    lifetime: {
      type: 'string',
      value: 'SECONDS',
      help: `how long it lives, ${LIFETIME.min} to ${LIFETIME.max}; ${LIFETIME.default} unless given`,
    },
    expiry: { type: 'string', value: 'RULE', help: 'fixed, or sliding: every message starts the time anew' },
    starts: { type: 'string', value: 'WHEN', help: 'now, or second: when a second participant is here' },
    door: { type: 'string', value: 'RULE', help: 'open, or knock: a host lets in' },
    history: {
      type: 'string',
      value: 'RULE',
      help: 'all, or from-join: who comes later reads nothing older',
    },
    'destroy-by': {
      type: 'string',
      value: 'WHO',
      help: 'anyone, or host; anyone in a room for two unless given',
    },
    'password-file': PASSWORD_OPTION,
    seat: { ...SEAT_OPTION, help: 'keep the seat of its host in this file (mode 0600)' },
  },
  help: `Creates an encrypted room and prints its invite link, and nothing else. The link takes no seat: whoever
joins by it is a participant. The host is who comes with the seat that --seat keeps.`,
  example: 'private-chat create --server "$SERVER" --capacity 2 --lifetime 600',

  async run(args, io) {
    const file = args.readText('seat')
    const options = readOptions(args)
    if (!options.ok) return options.ending
    const password = await readPassword(args, io, new StdinText(io.stdin))
    if (!password.ok) return password.ending
    const isKept = file === undefined ? undefined : checkSeatFile(file)
    if (isKept && !isKept.ok) return isKept.ending
    const { value, refusal } = await createRoom({
      ...options.value,
      ...(password.value !== undefined && { password: password.value }),
    })
    if (refusal) return describeRefusal(refusal)
    const written = file === undefined ? undefined : writeSeat(file, value.seat)
    // The room is there: its link is worth more than the file.
    await io.print(value.link)
    return written && !written.ok ? written.ending : { code: EXIT.done }
  },
}

function readOptions(args: Arguments): Read<CreateRoomOptions> {
  const server = args.readText('server')
  if (!server) return endWithUsage('Say where: --server https://chat.example')
  const isWithoutLimit = args.readText('capacity') === 'none'
  const capacity = isWithoutLimit ? { ok: true as const, value: null } : args.readNumber('capacity', CAPACITY)
  const rules = readGiven({
    capacity,
    lifetime: args.readNumber('lifetime', LIFETIME),
    expiry: args.readChoice('expiry', ['fixed', 'sliding']),
    starts: args.readChoice('starts', ['now', 'second']),
    door: args.readChoice('door', ['open', 'knock']),
    history: args.readChoice('history', ['all', 'from-join']),
    destroyBy: args.readChoice('destroy-by', ['anyone', 'host']),
  })
  return rules.ok ? { ok: true, value: { server, ...rules.value } } : rules
}
