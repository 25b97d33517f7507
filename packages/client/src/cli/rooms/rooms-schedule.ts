import { CAPACITY, RETAIN_FOR } from '../../../../../protocol/limits.ts'
import type { Command } from '../command.ts'
import { describeRefusal } from '../describe-refusal.ts'
import { endWithUsage, readGiven } from '../ending.ts'
import { EXIT } from '../exit-code.ts'
import { toSafeLine } from '../safe-text.ts'
import { openSession, SESSION_HELP, SESSION_OPTIONS } from './open-session.ts'
import { readInstant } from './read-instant.ts'

/** `private-chat rooms schedule` */
export const roomsSchedule: Command = {
  name: 'rooms schedule',
  summary: 'for facilitators: plan a room and print its invite link',
  usage: '--session FILE --title TITLE --closes-at TIME [OPTIONS]',
  positionals: [],
  options: {
    ...SESSION_OPTIONS,
    title: {
      type: 'string',
      value: 'TITLE',
      help: 'what it is called, also by those who come; the server reads it',
    },
    'opens-at': {
      type: 'string',
      value: 'TIME',
      help: 'as 2026-12-01T10:00+01:00, or +90m from now on; at once unless given',
    },
    'closes-at': { type: 'string', value: 'TIME', help: 'the same, for its end' },
    'retain-for': {
      type: 'string',
      value: 'SECONDS',
      help: 'for how long its transcript is kept; a week unless given',
    },
    capacity: { type: 'string', value: 'N', help: 'seats; no limit unless given' },
    door: { type: 'string', value: 'RULE', help: 'open, or knock: a host lets in' },
    history: {
      type: 'string',
      value: 'RULE',
      help: 'all, or from-join: who comes later reads nothing older',
    },
  },
  help: `Plans an encrypted room and prints its invite link, and nothing else.

${SESSION_HELP}`,
  example: "private-chat rooms schedule --session facilitator.json --title 'Retro 1' --closes-at +2h",

  async run(args, io) {
    const title = args.readText('title')
    if (!title) return endWithUsage('Say what it is called: --title TITLE').ending
    const now = Date.now()
    const closesAt = readInstant(args, 'closes-at', now)
    if (!closesAt.ok) return closesAt.ending
    if (closesAt.value === undefined) return endWithUsage('Say when it ends: --closes-at +2h').ending
    const rules = readGiven({
      opensAt: readInstant(args, 'opens-at', now),
      retainFor: args.readNumber('retain-for', RETAIN_FOR),
      capacity: args.readNumber('capacity', CAPACITY),
      door: args.readChoice('door', ['open', 'knock']),
      history: args.readChoice('history', ['all', 'from-join']),
    })
    if (!rules.ok) return rules.ending
    const opened = await openSession(args, io)
    if (!opened.ok) return opened.ending
    const plan = { title, closesAt: closesAt.value, ...rules.value }
    const { value, refusal } = await opened.value.facilitator.scheduleRoom(plan)
    if (refusal) return describeRefusal(refusal)
    const saved = opened.value.save()
    // The room is there: its link is worth more than the file.
    await io.print(toSafeLine(value.link))
    return saved.ok ? { code: EXIT.done } : saved.ending
  },
}
