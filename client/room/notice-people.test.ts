import { expect, test } from 'vitest'
import type { Role } from '../../protocol/participant.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { applyAndNotice } from '../../test/support/apply-and-notice.ts'
import { exampleMessage, exampleWelcome } from '../../test/support/examples.ts'
import { findOpenedName } from './notice-people.ts'
import { emptyRoom, type LogNotice, type RoomState } from './room-state.ts'

interface Step {
  event: 'presence.join' | 'presence.leave' | 'presence.update'
  who: string
  role?: Role
  present?: number
  by?: string
  muted?: number
}

const come = (who: string, more: Partial<Step> = {}): Step => ({ event: 'presence.join', who, ...more })
const leave = (who: string, more: Partial<Step> = {}): Step => ({ event: 'presence.leave', who, ...more })
const become = (who: string, role: Role, by?: string): Step => ({
  event: 'presence.update',
  who,
  role,
  ...(by && { by }),
})

function welcomed(): RoomState {
  const state = emptyRoom()
  applyAndNotice(state, exampleWelcome([exampleMessage(1)], 1))
  return state
}

const mute = (who: string, muted?: number, more: Partial<Step> = {}): Step => ({
  event: 'presence.update',
  who,
  by: 'me',
  ...(muted && { muted }),
  ...more,
})

function run(state: RoomState, { event, who, role = 'participant', present = 3, by, muted }: Step): void {
  const data = { participantId: who, alias: who, role, present, ...(muted && { muted }), ...(by && { by }) }
  applyAndNotice(state, { event, data } as RoomEvent)
}

/** What the log says, each line as one string. */
function lines({ notices }: Pick<RoomState, 'notices'>): string[] {
  const by = (content: LogNotice['content']) =>
    'by' in content && content.by ? ` by ${content.by.name}` : ''
  return notices.map(({ content }) => {
    if (content.is === 'role')
      return `${content.person.name} ${content.isHost ? 'host' : 'no host'}${by(content)}`
    if (content.is === 'mute')
      return `${content.person.name} ${content.until === undefined ? 'speaks' : `muted until ${content.until}`}${by(content)}`
    if ('people' in content)
      return `${content.is} ${content.people.map(({ name }) => name).join('+')}${by(content)}`
    return content.is
  })
}

test.each<{ what: string; steps: Step[]; log: string[] }>([
  {
    what: 'those who come one after the other are one line',
    steps: [come('ada'), come('ben')],
    log: ['came ada+ben'],
  },
  {
    what: 'who comes and leaves has both lines',
    steps: [come('ada'), leave('ada')],
    log: ['came ada', 'left ada'],
  },
  {
    what: 'who leaves and is back has no more lines than before',
    steps: [come('ada'), leave('ada'), come('ada')],
    log: ['came ada'],
  },
  {
    what: 'who is back is taken from those who left',
    steps: [come('ada'), come('ben'), leave('ada'), leave('ben'), come('ada')],
    log: ['came ada+ben', 'left ben'],
  },
  {
    what: 'who is let in or removed is told apart from who comes and leaves',
    steps: [come('ada', { by: 'me' }), come('ben'), leave('ada', { by: 'me' })],
    log: ['let-in ada by me', 'came ben', 'removed ada by me'],
  },
  {
    what: 'the role of a host is a line, and who gave it',
    steps: [
      come('ada'),
      come('ben'),
      become('ada', 'host', 'me'),
      become('ben', 'host'),
      become('ada', 'participant', 'ada'),
    ],
    log: ['came ada+ben', 'ada host by me', 'ben host', 'ada no host'],
  },
  {
    what: 'a facilitator who logs out is no news',
    steps: [come('ada', { role: 'facilitator' }), become('ada', 'participant')],
    log: ['came ada'],
  },
  {
    what: 'above fifty only hosts have a line',
    steps: [
      come('ada', { present: 51 }),
      come('ben', { present: 51, role: 'host' }),
      leave('ada', { present: 51 }),
    ],
    log: ['came ben'],
  },
  {
    what: 'who is muted, for how long, and who may speak again is a line',
    steps: [come('ada'), mute('ada', 5), mute('ada', 6), mute('ada')],
    log: ['came ada', 'ada muted until 5 by me', 'ada muted until 6 by me', 'ada speaks by me'],
  },
  {
    what: 'a hand that goes up or down is none, nor is who is muted and becomes host',
    steps: [come('ada'), mute('ada', 5), mute('ada', 5), become('ada', 'host', 'me')],
    log: ['came ada', 'ada muted until 5 by me', 'ada host by me'],
  },
  {
    what: 'above fifty a participant has none about others',
    steps: [come('ada'), mute('ada', 5, { present: 51 })],
    log: ['came ada'],
  },
  { what: 'up to fifty everybody has', steps: [come('ada', { present: 50 })], log: ['came ada'] },
])('$what', ({ steps, log }) => {
  const state = welcomed()
  for (const step of steps) run(state, step)
  expect(lines(state)).toEqual(log)
})

test('with something said between, those who come next have a line of their own', () => {
  const state = welcomed()
  run(state, come('ada'))
  applyAndNotice(state, { event: 'chat.message', data: exampleMessage(2) })
  run(state, come('ben'))
  expect(state.notices.map(({ afterSeq }) => afterSeq)).toEqual([1, 2])
})

test('the first welcome is no news; one after a lost connection tells who came and left meanwhile', () => {
  const state = welcomed()
  expect(state.notices).toEqual([])
  run(state, come('ada'))
  applyAndNotice(state, { event: 'chat.message', data: exampleMessage(2) })
  const again = exampleWelcome([], 2)
  if (again.event === 'room.welcome')
    again.data.participants.push({ participantId: 'ben', alias: 'ben', role: 'participant' })
  applyAndNotice(state, again)
  expect(lines(state)).toEqual(['came ada', 'left ada', 'came ben'])
})

/** A page in a room that lists nobody else, which has heard of its host, Ada. */
function welcomedToMany(role: Role): RoomState {
  const state = welcomed()
  const me = { participantId: 'me', alias: 'me', role }
  Object.assign(state, { me, participants: [me] })
  const ada = { participantId: 'ada', alias: 'Ada', role: 'host', present: 300 } as const
  applyAndNotice(state, { event: 'presence.update', data: ada })
  return state
}

test('above two hundred, where nobody is listed, whom a host makes host or mutes is a line all the same', () => {
  const state = welcomedToMany('host')
  run(state, mute('ben', 5, { present: 300, by: 'ada' }))
  run(state, mute('ben', undefined, { present: 300, by: 'ada' }))
  run(state, { event: 'presence.update', who: 'cleo', role: 'host', present: 300, by: 'ada' })
  run(state, { event: 'presence.update', who: 'cleo', role: 'participant', present: 300, by: 'me' })
  expect(lines(state)).toEqual([
    'ben muted until 5 by Ada',
    'ben speaks by Ada',
    'cleo host by Ada',
    'cleo no host by me',
  ])
})

test('there a guest hears of hosts alone, and nobody hears that who was host already is host', () => {
  const state = welcomedToMany('participant')
  run(state, mute('ben', 5, { present: 300, by: 'ada' }))
  run(state, { event: 'presence.update', who: 'cleo', role: 'host', present: 300, by: 'ada' })
  run(state, { event: 'presence.update', who: 'cleo', role: 'host', present: 300 })
  expect(lines(state)).toEqual(['cleo host by Ada'])
})

test('above fifty hosts still hear who is muted, and so does who it is about', () => {
  for (const [role, who] of [
    ['host', 'ada'],
    ['participant', 'me'],
  ] as const) {
    const state = welcomed()
    run(state, come('ada'))
    run(state, { event: 'presence.update', who: 'me', role })
    state.notices = []
    run(state, mute(who, 5, { present: 51, by: 'ada' }))
    expect(lines(state)).toEqual([`${who} muted until 5 by ada`])
  }
})

test('a line has the name of somebody whose card is opened later, and keeps the one that they had otherwise', () => {
  const moth = { participantId: 'ada', name: 'anonymous-moth' }
  const ada = { participantId: 'ada', alias: 'Ada', animal: 'anonymous-moth', role: 'host' } as const
  expect(findOpenedName(moth, [ada])).toEqual({ participantId: 'ada', name: 'Ada', animal: 'anonymous-moth' })
  expect(findOpenedName(moth, [])).toBe(moth)
  const before = { participantId: 'ada', name: 'Adele', animal: 'anonymous-moth' }
  expect(findOpenedName(before, [ada])).toBe(before)
})
