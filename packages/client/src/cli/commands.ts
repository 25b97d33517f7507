import type { Command } from './command.ts'
import { create } from './create.ts'
import { destroy } from './destroy.ts'
import { join } from './join.ts'
import { roomsDelete } from './rooms/rooms-delete.ts'
import { roomsList } from './rooms/rooms-list.ts'
import { roomsSchedule } from './rooms/rooms-schedule.ts'
import { roomsSignOut } from './rooms/rooms-sign-out.ts'
import { roomsTranscript } from './rooms/rooms-transcript.ts'
import { send } from './send.ts'
import { tail } from './tail.ts'
import { verify } from './verify.ts'

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  create,
  join,
  send,
  tail,
  destroy,
  roomsList,
  roomsSchedule,
  roomsTranscript,
  roomsDelete,
  roomsSignOut,
  verify,
]

/** Finds the command of an argument list by its one or two words. @returns it and what stands behind its name */
export function findCommand(argv: readonly string[]): { command: Command; rest: readonly string[] } | null {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(' ')
    const command = COMMANDS.find((candidate) => candidate.name === name)
    if (command) return { command, rest: argv.slice(words) }
  }
  return null
}
