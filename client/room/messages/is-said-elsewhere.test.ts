import { expect, test } from 'vitest'
import { exampleRoom } from '../../../test/support/examples.ts'
import type { LogNotice } from '../room-state.ts'
import { isSaidElsewhere } from './is-said-elsewhere.ts'

type Content = LogNotice['content']

interface Case {
  what: string
  content: Content
  me?: { role?: 'host' | 'participant'; muted?: number }
  quiet?: boolean
  isElsewhere: boolean
}

const ada = { participantId: 'ada', name: 'Ada' }
const me = { participantId: 'me', name: 'Me' }
const quiet = (value: boolean): Content => ({ is: 'setting', field: 'quiet', value })
const slow = (value: number): Content => ({ is: 'setting', field: 'slow', value })
const mute = (person: typeof me, until?: number): Content => ({ is: 'mute', person, until, by: ada })

test.each<Case>([
  { what: 'who comes', content: { is: 'came', people: [ada], by: undefined }, isElsewhere: true },
  { what: 'who is removed', content: { is: 'removed', people: [ada], by: me }, isElsewhere: true },
  { what: 'that one is muted oneself', content: mute(me, 9_000), isElsewhere: true },
  { what: 'that somebody else is muted', content: mute(ada, 9_000), isElsewhere: false },
  { what: 'that one may speak again', content: mute(me), isElsewhere: false },
  { what: 'that the room is quiet', content: quiet(true), isElsewhere: true },
  { what: 'to a host that it is quiet', content: quiet(true), me: { role: 'host' }, isElsewhere: false },
  {
    what: 'to who is muted that it is quiet',
    content: quiet(true),
    me: { muted: 9_000 },
    isElsewhere: false,
  },
  { what: 'that it is quiet no more', content: quiet(false), isElsewhere: false },
  { what: 'that it is slow', content: slow(30), isElsewhere: true },
  { what: 'in a quiet room that it is slow', content: slow(30), quiet: true, isElsewhere: false },
  { what: 'that it is slow no more', content: slow(0), isElsewhere: false },
  {
    what: 'that a message is pinned',
    content: { is: 'setting', field: 'pinned', value: 3 },
    isElsewhere: false,
  },
])('$what is heard elsewhere: $isElsewhere', ({ content, me = {}, quiet = false, isElsewhere }) => {
  const reader = { participantId: 'me', alias: 'Me', role: 'participant' as const, ...me }
  expect(isSaidElsewhere(content, { me: reader, room: exampleRoom({ quiet }) })).toBe(isElsewhere)
})
