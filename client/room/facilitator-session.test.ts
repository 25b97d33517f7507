import { createRoot, createSignal } from 'solid-js'
import { expect, onTestFinished, test } from 'vitest'
import type { Role } from '../../protocol/participant.ts'
import { createFacilitatorSession } from './facilitator-session.ts'

function begin(first: Role) {
  const [role, setRole] = createSignal<Role | undefined>(first)
  const { dispose, session } = createRoot((dispose) => ({ dispose, session: createFacilitatorSession(role) }))
  onTestFinished(dispose)
  return { setRole, ...session }
}

test('a facilitator whose seat becomes a participant’s is logged out, until it is a facilitator’s again', () => {
  const { setRole, loggedOut } = begin('facilitator')
  expect(loggedOut()).toBe(false)
  setRole('participant')
  expect(loggedOut()).toBe(true)
  setRole('facilitator')
  expect(loggedOut()).toBe(false)
})

test('what a facilitator may do and is refused says that the session is over, before the room does', () => {
  const { takeRefusal, loggedOut, forgive } = begin('facilitator')
  expect([takeRefusal(null), takeRefusal('slow-down'), loggedOut()]).toEqual([null, 'slow-down', false])
  expect([takeRefusal('not-allowed'), loggedOut()]).toEqual(['not-signed-in', true])
  forgive()
  expect(loggedOut()).toBe(false)
})

test('who never was a facilitator is not logged out', () => {
  const { takeRefusal, loggedOut } = begin('participant')
  expect([takeRefusal('not-allowed'), loggedOut()]).toEqual(['not-allowed', false])
})
