import { expect, test } from 'vitest'
import { claimRoomId } from '../ids.ts'
import type { PasswordHash } from '../secrets/password.ts'
import { claimSecret, hashSecret } from '../secrets/secret.ts'
import { EntryCheck, type PasswordVerdict } from './entry-check.ts'
import type { RoomStore } from './storage/room-store.ts'
import type { RoomRow } from './storage/rows.ts'

// Compared by their spelling alone: nothing here is verified against them.
const OLD = 'scrypt$1$1$1$old$key' as PasswordHash
const NEW = 'scrypt$1$1$1$new$key' as PasswordHash

function roomWith(password: PasswordHash): RoomRow {
  return {
    roomId: claimRoomId('V1StGXR8_Z5jdHi6B-myT'),
    capacity: 2,
    lifetime: 600,
    expiry: 'fixed',
    passwordHash: password,
    encryption: 'none',
    admissionHash: null,
    destroyBy: 'host',
    hostTokenHash: hashSecret(claimSecret<'host'>('secret')),
    isHostTokenVoid: false,
    locked: false,
    starts: 'now',
    startedAt: 0,
    door: 'open',
    history: 'all',
    files: true,
    quiet: false,
    slow: 0,
    pinned: null,
    createdAt: 0,
    endsAt: 600_000,
    endsSetAt: 0,
    ended: null,
    schedule: null,
    keys: null,
  }
}

const ALLOWED = { kind: 'allowed' }

/** The check of a room whose password can be changed, and which counts no wrong ones. */
class Entrance {
  readonly #settings = { row: roomWith(OLD) }
  readonly check = new EntryCheck({} as RoomStore, this.#settings, false)

  setPassword(hash: PasswordHash) {
    this.#settings.row = roomWith(hash)
  }

  enter(password: string, verdict: PasswordVerdict | null = null) {
    const visitor = { isRemoved: false, isHost: false }
    return this.check.checkEntry({ visitor, request: { password }, source: 'somewhere', verdict, now: 1 })
  }
}

test('a password that was right before is known at once, and a wrong one is refused at once', () => {
  const entrance = new Entrance()
  entrance.check.rememberPassword(OLD, 'open sesame')
  expect(entrance.enter('open sesame').value).toEqual(ALLOWED)
  expect(entrance.enter('open barley').refusal).toEqual({ code: 'wrong-password' })
})

test('what is known of a password counts for nothing once the room has another', () => {
  const entrance = new Entrance()
  entrance.check.rememberPassword(OLD, 'open sesame')
  entrance.setPassword(NEW)
  expect(entrance.enter('open sesame').value).toEqual({
    kind: 'unverified',
    password: { password: 'open sesame', hash: NEW },
  })
})

test('a verdict on the password of before is worth nothing', () => {
  const verdict = { hash: OLD, isRight: true }
  const entrance = new Entrance()
  expect(entrance.enter('open sesame', verdict).value).toEqual(ALLOWED)
  entrance.setPassword(NEW)
  expect(entrance.enter('open sesame', verdict).value).toEqual({
    kind: 'unverified',
    password: { password: 'open sesame', hash: NEW },
  })
  const wrong = { hash: NEW, isRight: false }
  expect(entrance.enter('open sesame', wrong).refusal).toEqual({ code: 'wrong-password' })
})
