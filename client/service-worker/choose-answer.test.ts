import { expect, test } from 'vitest'
import { type Answer, type AskedFor, chooseAnswer } from './choose-answer.ts'

const APP = { origin: 'https://chat.example', files: new Set(['/assets/main-a.js', '/assets/style-b.css']) }
const ROOM = 'V1StGXR8_Z5jdHi6B-myT'

const page = { mode: 'navigate', destination: 'document' } as const
const frame = { mode: 'navigate', destination: 'iframe' } as const
const script = { mode: 'cors', destination: 'script' } as const
const call = { mode: 'cors', destination: '' } as const

interface Case extends Partial<AskedFor> {
  what: string
  path: string
  answer: Answer
}
const CASES: Case[] = [
  { what: 'the lobby', path: '/', ...page, answer: 'offline-page' },
  { what: 'a room', path: `/room/${ROOM}`, ...page, answer: 'offline-page' },
  { what: 'another page', path: '/privacy', ...page, answer: 'offline-page' },
  { what: 'a script of this build', path: '/assets/main-a.js', ...script, answer: 'cache' },
  {
    what: 'the style of this build',
    path: '/assets/style-b.css',
    mode: 'cors',
    destination: 'style',
    answer: 'cache',
  },
  { what: 'a script of another build', path: '/assets/main-c.js', ...script, answer: 'network' },
  { what: 'a script with a query', path: '/assets/main-a.js?x', ...script, answer: 'network' },
  { what: 'a file opened as a page', path: '/assets/main-a.js', ...page, answer: 'offline-page' },
  { what: 'a file in a frame', path: '/assets/main-a.js', ...frame, answer: 'network' },
  { what: 'a file whose name stays the same', path: '/theme.js', ...script, answer: 'network' },
  { what: 'the manifest of the build', path: '/build.json', ...call, answer: 'network' },
  { what: 'the service worker itself', path: '/service-worker.en.js', ...call, answer: 'network' },
  { what: 'a call', path: `/api/rooms/${ROOM}/messages`, ...call, answer: 'network' },
  {
    what: 'a message that is sent',
    path: `/api/rooms/${ROOM}/messages`,
    ...call,
    method: 'POST',
    answer: 'network',
  },
  { what: 'a transcript that is saved', path: '/api/account/rooms/1/transcript', ...page, answer: 'network' },
  { what: 'a room in a frame of another site', path: `/embed/room/${ROOM}`, ...frame, answer: 'network' },
  { what: 'the same by itself', path: `/embed/room/${ROOM}`, ...page, answer: 'network' },
  { what: 'what a system shares', path: '/share', ...page, method: 'POST', answer: 'share' },
  { what: 'that address, asked for', path: '/share', ...page, answer: 'offline-page' },
  { what: 'that address, called', path: '/share', ...call, method: 'POST', answer: 'network' },
  { what: 'that address, in a frame', path: '/share', ...frame, method: 'POST', answer: 'network' },
  { what: 'a form that is sent elsewhere', path: '/', ...page, method: 'POST', answer: 'network' },
  { what: 'another host', path: 'https://other.example/assets/main-a.js', ...script, answer: 'network' },
]

test.for(CASES)('$what: $answer', ({ path, answer, ...request }) => {
  const asked = { method: 'GET', ...call, ...request, url: new URL(path, APP.origin).href }
  expect(chooseAnswer(asked, APP)).toBe(answer)
})
