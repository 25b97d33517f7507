import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { nanoid } from 'nanoid'
import type { AccountId, AccountWithCodes } from '../../protocol/account.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { claimAccountId } from '../../worker/ids.ts'
import { accountStubByEmail } from '../../worker/stubs/account.ts'
import { expectStatus, type Reply } from '../support/api-client.ts'
import { Person, roomObject, runInRoom } from './person.ts'

export const PASSWORD = 'correct horse battery'

export const SECOND = 1_000
export const HOUR = 3_600 * SECOND
export const DAY = 24 * HOUR

/** Somebody with an account. */
export class Facilitator extends Person {
  readonly email: string
  account!: AccountWithCodes

  constructor(email = `${nanoid(8)}@example.com`) {
    super()
    this.email = email
  }

  /** Signs up; throws where the answer is no. */
  static async signUp(): Promise<Facilitator> {
    const one = new Facilitator()
    await one.signUp()
    return one
  }

  async signUp(): Promise<void> {
    const reply = await this.callApi('POST', '/api/accounts', { email: this.email, password: PASSWORD })
    expectStatus(reply, 201)
    this.account = JSON.parse(reply.text)
  }

  signIn(password = PASSWORD, person: Person = this): Promise<Reply> {
    return person.callApi('POST', '/api/session', { email: this.email, password })
  }

  get accountId(): AccountId {
    return claimAccountId(this.account.accountId)
  }

  /** The session's cookie, as a header to be sent by somebody else, or later. */
  get sessionCookie(): string {
    return this.cookieHeader('/')
  }

  /** Schedules a room; throws where the answer is no. An hour long and open, where nothing else is said. */
  async scheduleRoom(options: Record<string, unknown> = {}): Promise<AccountRoom> {
    const reply = await this.requestSchedule(options)
    expectStatus(reply, 201)
    return JSON.parse(reply.text)
  }

  requestSchedule(options: Record<string, unknown> = {}): Promise<Reply> {
    const plan = { title: `Circle ${nanoid(6)}`, closesAt: Date.now() + HOUR, ...options }
    return this.callApi('POST', '/api/account/rooms', plan)
  }

  /** Changes a room; throws where the answer is no. */
  async changeRoom(roomId: string, patch: Record<string, unknown>): Promise<AccountRoom> {
    const reply = await this.callApi('PATCH', `/api/account/rooms/${roomId}`, patch)
    expectStatus(reply, 200)
    return JSON.parse(reply.text)
  }

  async listRooms(): Promise<AccountRoom[]> {
    const reply = await this.callApi('GET', '/api/account/rooms')
    expectStatus(reply, 200)
    return JSON.parse(reply.text).rooms
  }

  downloadTranscript(roomId: string, format?: string): Promise<Reply> {
    const query = format === undefined ? '' : `?format=${format}`
    return this.callApi('GET', `/api/account/rooms/${roomId}/transcript${query}`)
  }

  /** The account's object. */
  get accountObject() {
    return accountStubByEmail(env, this.email)
  }

  /** Looks at the account's storage, or changes it, from inside its object. */
  runInAccount<T>(look: (storage: DurableObjectStorage) => T | Promise<T>): Promise<T> {
    return runInAccount(this.email, look)
  }
}

/** Looks at the storage of the account with this address, or changes it. */
export function runInAccount<T>(
  email: string,
  look: (storage: DurableObjectStorage) => T | Promise<T>,
): Promise<T> {
  return runInDurableObject(accountStubByEmail(env, email), (_, state) => look(state.storage))
}

/** The tables of an account that are ours: none where nobody signed up, or nothing is left. */
export function listAccountTables(email: string): Promise<string[]> {
  return runInAccount(email, ({ sql }) =>
    sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'")
      .toArray()
      .map(({ name }) => name),
  )
}

/** Moves everything a scheduled room knows of time into the past, as if so much went by while it slept. */
export async function shiftRoomTimes(roomId: string, ms: number): Promise<void> {
  await runInRoom(roomId, ({ sql }) => {
    sql.exec(
      `UPDATE room SET ends_at = ends_at - ?1, ends_set_at = ends_set_at - ?1, created_at = created_at - ?1,
         opens_at = opens_at - ?1`,
      ms,
    )
    sql.exec('UPDATE messages SET timestamp = timestamp - ?', ms)
  })
  await evictDurableObject(roomObject(roomId))
}
