import { createRoot, createSignal } from 'solid-js'
import { expect, onTestFinished, test } from 'vitest'
import type { Role } from '../../protocol/participant.ts'
import { ok, refused } from '../../protocol/refusal.ts'
import { createFacilitatorSession } from './facilitator-session.ts'

function begin(first: Role) {
  const [role, setRole] = createSignal<Role | undefined>(first)
  const { dispose, session } = createRoot((dispose) => ({ dispose, session: createFacilitatorSession(role) }))
  onTestFinished(dispose)
  return { setRole, ...session }
}

test('a facilitator whose seat becomes a participant’s is logged out, until it is a facilitator’s again', () => {
  const { setRole, isLoggedOut } = begin('facilitator')
  expect(isLoggedOut()).toBe(false)
  setRole('participant')
  expect(isLoggedOut()).toBe(true)
  setRole('facilitator')
  expect(isLoggedOut()).toBe(false)
})

test('what a facilitator may do and is refused says that the session is over, before the room does', () => {
  const { takeReply, isLoggedOut, forgiveRefusal } = begin('facilitator')
  for (const reply of [ok(), refused('room-full')]) expect(takeReply(reply)).toBe(reply)
  expect(isLoggedOut()).toBe(false)
  expect([takeReply(refused('not-allowed')), isLoggedOut()]).toEqual([refused('not-signed-in'), true])
  forgiveRefusal()
  expect(isLoggedOut()).toBe(false)
})

test('who never was a facilitator is not logged out', () => {
  const { takeReply, isLoggedOut } = begin('participant')
  expect([takeReply(refused('not-allowed')), isLoggedOut()]).toEqual([refused('not-allowed'), false])
})
