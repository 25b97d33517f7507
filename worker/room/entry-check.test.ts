import { expect, test } from 'vitest'
import type { PasswordHash } from '../secrets/password.ts'
import { claimSecret, hashSecret } from '../secrets/secret.ts'
import { EntryCheck, type PasswordVerdict } from './entry-check.ts'
import type { RoomRow } from './storage/rows.ts'
import type { RoomStore } from './storage/store.ts'

// Compared by their spelling alone: nothing here is verified against them.
const OLD = 'scrypt$1$1$1$old$key' as PasswordHash
const NEW = 'scrypt$1$1$1$new$key' as PasswordHash

function roomWith(password: PasswordHash): RoomRow {
  return {
    roomId: 'V1StGXR8_Z5jdHi6B-myT',
    capacity: 2,
    lifetime: 600,
    expiry: 'fixed',
    password,
    encryption: 'none',
    admission: null,
    destroyBy: 'host',
    hostToken: hashSecret(claimSecret<'host'>('secret')),
    locked: false,
    createdAt: 0,
    endsAt: 600_000,
    endsSetAt: 0,
    ended: null,
    schedule: null,
  }
}

/** What becomes of somebody who gives a password, in a room that counts no wrong ones. */
function enter(
  check: EntryCheck,
  hash: PasswordHash,
  password: string,
  verdict: PasswordVerdict | null = null,
) {
  const visitor = { removed: false, isHost: false }
  return check.checkEntry(roomWith(hash), visitor, { password }, { source: 'somewhere', verdict, now: 1 })
}

const makeCheck = () => new EntryCheck({} as RoomStore, false)

test('a password that was right before is known at once, and a wrong one is refused at once', () => {
  const check = makeCheck()
  check.rememberPassword(OLD, 'open sesame')
  expect(enter(check, OLD, 'open sesame')).toBe(null)
  expect(enter(check, OLD, 'open says me')).toEqual({ code: 'wrong-password' })
})

test('what is known of a password says nothing once the room has another', () => {
  const check = makeCheck()
  check.rememberPassword(OLD, 'open sesame')
  expect(enter(check, NEW, 'open sesame')).toEqual({ password: 'open sesame', hash: NEW })
})

test('a verdict on the password of before is worth nothing', () => {
  const verdict = { hash: OLD, isRight: true }
  expect(enter(makeCheck(), OLD, 'open sesame', verdict)).toBe(null)
  expect(enter(makeCheck(), NEW, 'open sesame', verdict)).toEqual({ password: 'open sesame', hash: NEW })
  const wrong = { hash: NEW, isRight: false }
  expect(enter(makeCheck(), NEW, 'open sesame', wrong)).toEqual({ code: 'wrong-password' })
})
