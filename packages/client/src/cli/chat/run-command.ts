import type { RoomSession } from '../../room-session.ts'

/** What a command of the chat comes to: lines to be read, a note where it was refused, or what is to happen next. */
export type CommandResult = { say: readonly string[] } | { note: string } | { next: 'leave' | 'ask-destroy' }

/** What is needed of a session. */
type Room = Pick<
  RoomSession,
  'self' | 'participants' | 'visitors' | 'link' | 'rename' | 'admit' | 'turnAway' | 'removeParticipant'
>

const HELP = [
  'Enter sends, Alt+Enter or Ctrl+J begins a new line.',
  'PgUp and PgDn scroll, and Up and Down; End shows the newest.',
  'Ctrl+C leaves the room and frees your seat. Ctrl+Z goes to the shell, fg comes back.',
  '/people: who is here. /name NAME: another name for you. /link: the invite link.',
  '/leave: leave. /destroy: destroy the room for everybody.',
  'For hosts: /admit NAME and /refuse NAME at the door, /remove NAME.',
  '// at the beginning of a line sends a single /.',
]

/** Reads a command. @returns null where it is none and is to be sent as it is */
export function readCommand(text: string): { name: string; argument: string } | null {
  const [, name, argument = ''] = /^\/([a-z]+)(?:\s+(\S.*))?$/s.exec(text.trimEnd()) ?? []
  return name === undefined ? null : { name, argument }
}

/** Returns the text that is sent: `//` at its beginning stands for one slash. */
export function readText(text: string): string {
  return text.startsWith('//') ? text.slice(1) : text
}

/** Runs a command of the chat. */
export async function runCommand(room: Room, name: string, argument: string): Promise<CommandResult> {
  switch (name) {
    case 'help':
      return { say: HELP }
    case 'people':
      return { say: listPeople(room) }
    case 'link':
      return { say: [room.link ?? 'There is no invite link: nobody else can come in.'] }
    case 'leave':
      return { next: 'leave' }
    case 'destroy':
      return { next: 'ask-destroy' }
    case 'name': {
      if (!argument) return { note: 'Say which: /name Ada' }
      const { refusal, value } = await room.rename(argument)
      return refusal ? { note: refusal.message } : { say: [`You are called ${value.name} now.`] }
    }
    case 'admit':
      return actOn(room.visitors, argument, 'at the door', (id) => room.admit(id))
    case 'refuse':
      return actOn(room.visitors, argument, 'at the door', (id) => room.turnAway(id))
    case 'remove':
      return actOn(room.participants, argument, 'here', (id) => room.removeParticipant(id))
    default:
      return { note: `There is no command /${name}. /help lists them; // sends a line that begins with /.` }
  }
}

function listPeople({ participants, visitors, self }: Room): string[] {
  return [
    ...participants.map(({ participantId, role, name, alias }) => {
      const you = participantId === self.participantId ? ' (you)' : ''
      return `${role}: ${name}${alias === name ? '' : `, ${alias}`}${you}`
    }),
    ...visitors.map(({ name }) => `at the door: ${name}`),
  ]
}

async function actOn(
  people: readonly { participantId: string; name: string; alias: string }[],
  wanted: string,
  where: string,
  act: (participantId: string) => ReturnType<Room['admit']>,
): Promise<CommandResult> {
  const found = people.filter(({ name, alias }) => [name, alias].includes(wanted))
  const [person, other] = found
  if (!wanted) return { note: 'Say whom, by name.' }
  if (!person) return { note: `Nobody ${where} has that name. /people lists them.` }
  if (other) return { note: 'Several have that name: use the name behind the comma in /people.' }
  const { refusal } = await act(person.participantId)
  return refusal ? { note: refusal.message } : { say: [] }
}
