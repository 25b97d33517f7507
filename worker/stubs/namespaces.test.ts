import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Bindings } from '../env.ts'
import { hashClientAddress } from '../http/client-address.ts'
import { claimAccountId, makeRoomId } from '../ids.ts'
import { logFromObject } from '../log-from-object.ts'
import { SettingError } from '../setting-error.ts'
import { accountStubByEmail, accountStubById } from './account.ts'
import { namespaceOf, readJurisdiction } from './namespaces.ts'
import { relayStub } from './relay.ts'
import { roomStub, roomStubById } from './room.ts'

// No runtime that runs here keeps objects to a jurisdiction. These namespaces do what the platform documents of its own.

/** Where objects were asked for, and how. */
let asked: { id: string; options: unknown }[] = []

/** An id as text: the jurisdiction, and what it was made of. */
function makeId(jurisdiction: string | undefined, of: string) {
  return { jurisdiction, toString: () => `${jurisdiction ?? 'anywhere'}:${of}` }
}

/** A namespace of the platform. @param keeps whether an id keeps its jurisdiction on its way through a string */
function makeNamespace(jurisdiction?: string, keeps = true): object {
  return {
    jurisdiction: (name: string) => makeNamespace(name, keeps),
    idFromName: (name: string) => makeId(jurisdiction, name),
    newUniqueId: () => makeId(jurisdiction, 'new'),
    idFromString(text: string) {
      const [of = '', ...rest] = text.split(':')
      if (jurisdiction !== undefined && of !== jurisdiction) throw new TypeError('not of this jurisdiction')
      return makeId(keeps && of !== 'anywhere' ? of : undefined, rest.join(':'))
    },
    get: (id: object, options: unknown) => {
      asked.push({ id: String(id), options })
      return { writeLine: async () => {} }
    },
  }
}

function makeEnv(JURISDICTION: string, keeps = true): Bindings {
  const [ROOMS, RELAYS, ACCOUNTS] = Array.from({ length: 3 }, () => makeNamespace(undefined, keeps))
  const env: object = { JURISDICTION, ROOMS, RELAYS, ACCOUNTS }
  return env as Bindings
}

/** Asks for an object of every kind, in every way. */
function askForAll(env: Bindings): void {
  const room = roomStub(env, makeRoomId())
  expect(room).toBeDefined()
  const roomObject = namespaceOf(env, 'ROOMS').idFromName('room').toString()
  roomStubById(env, roomObject)
  relayStub(env, roomObject, 'weur-0')
  relayStub(env, roomObject, 'wnam-0')
  accountStubByEmail(env, 'ada@example.org')
  accountStubById(env, claimAccountId(namespaceOf(env, 'ACCOUNTS').newUniqueId().toString()))
  logFromObject({ env, executionCtx: { waitUntil: () => {} } }, 'request-failed', null)
}

describe('JURISDICTION', () => {
  beforeEach(() => {
    asked = []
  })

  test('"eu" makes every object there, and asks for no place elsewhere', () => {
    askForAll(makeEnv('eu'))
    expect(asked).toHaveLength(7)
    expect(asked.filter(({ id }) => !id.startsWith('eu:'))).toEqual([])
    expect(asked.flatMap(({ options }) => options ?? [])).toEqual([{ locationHint: 'weur' }, {}])
  })

  test('"" makes them wherever the platform likes', () => {
    askForAll(makeEnv(''))
    expect(asked.filter(({ id }) => !id.startsWith('anywhere:'))).toEqual([])
    expect(asked.flatMap(({ options }) => options ?? [])).toEqual([
      { locationHint: 'weur' },
      { locationHint: 'wnam' },
    ])
  })

  test('an account id from elsewhere is nobody’s', () => {
    const elsewhere = claimAccountId(namespaceOf(makeEnv(''), 'ACCOUNTS').newUniqueId().toString())
    expect(accountStubById(makeEnv('eu'), elsewhere)).toBe(null)
    expect(asked).toEqual([])
  })

  test('a relay finds its room after the setting has changed', () => {
    roomStubById(makeEnv('eu'), namespaceOf(makeEnv(''), 'ROOMS').idFromName('room').toString())
    expect(asked.map(({ id }) => id)).toEqual(['anywhere:room'])
  })

  test('addresses are hashed with the jurisdiction’s own key', async () => {
    const app = new Hono<{ Bindings: Bindings }>().get('/', (c) => c.text(hashClientAddress(c, 'object')))
    expect(await (await app.request('/', {}, makeEnv('eu'))).text()).toMatch(/^eu:source/)
  })

  test.for(['mars', 'EU', ' eu', 'x'.repeat(1_000)])(
    '%j is an error that names what it may be',
    (setting) => {
      expect(() => readJurisdiction({ JURISDICTION: setting })).toThrow(SettingError)
      expect(() => readJurisdiction({ JURISDICTION: setting })).toThrow(
        /^.{30,120}; it must be "" or "eu"\.$/,
      )
    },
  )

  test('"eu" is an error where ids lose it, because nothing says then that it holds', () => {
    expect(() => namespaceOf(makeEnv('eu', false), 'ROOMS')).toThrow(/takes Cloudflare.*Leave it empty here/)
  })
})

test('no other file makes names or new ids of objects', () => {
  const worker = join(import.meta.dirname, '..')
  const makers = readdirSync(worker, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(test|d)\.ts$/.test(file))
    .flatMap((file) => readFileSync(join(worker, file), 'utf8').split('\n'))
    .filter((line) => /\b(idFromName|newUniqueId|getByName|jurisdiction)\(/.test(line))
  const isPlaced = (line: string) =>
    /\b(namespace|within|namespaceOf\(\w+(\.env)?, '\w+'\))\.\w+\(/.test(line)
  expect(makers.length).toBeGreaterThan(5)
  expect(makers.filter((line) => !isPlaced(line))).toEqual([])
})
