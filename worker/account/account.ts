import { DurableObject } from 'cloudflare:workers'
import type {
  AccountWithCodes,
  Credentials,
  PasswordChange,
  Account as PublicAccount,
  Recovery,
  Session,
  SignUp,
} from '../../protocol/account.ts'
import { ACCOUNT_ASK_LEAST } from '../../protocol/limits.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { AccountRoom, Schedule, SchedulePatch } from '../../protocol/schedule.ts'
import type { Bindings } from '../env.ts'
import { log } from '../log.ts'
import { hashPassword } from '../secrets/password.ts'
import { roomStub } from '../stubs/room.ts'
import { AccountPace, type Paced } from './account-pace.ts'
import { nextDue, RETRY_MS } from './due.ts'
import { each } from './each.ts'
import { type Caller, Keys } from './keys.ts'
import { KnownDevices } from './known-devices.ts'
import { hashCode, makeCodes } from './recovery.ts'
import { RoomIndex } from './room-index.ts'
import { AccountRooms } from './rooms.ts'
import { SeatIndex } from './seat-index.ts'
import { Sessions } from './sessions.ts'
import { AccountStore, type Profile, type SessionRow } from './store.ts'
import { Turns } from './turns.ts'

/** Signed in: the account, and the secrets of the session and of the device, which are kept nowhere. */
export interface SignedIn<A = PublicAccount> {
  account: A
  secret: string
  knownDevice: string
}

const NOT_SIGNED_IN = refused('not-signed-in')
const BUSY = refused({ code: 'busy', retryAfter: 1 })

/**
 * One facilitator's account: who it is, where it is signed in, which rooms it has. The class only wires rules to
 * storage. What changes rooms goes one at a time, in turns, because it waits for other objects in between.
 */
export class Account extends DurableObject<Bindings> {
  readonly #store: AccountStore
  readonly #devices: KnownDevices
  readonly #keys: Keys
  readonly #pace: AccountPace
  readonly #seats: SeatIndex
  readonly #sessions: Sessions
  readonly #index: RoomIndex
  readonly #rooms: AccountRooms
  readonly #turns = new Turns()
  /** When the alarm is set to, as far as this object knows: undefined until it has set it itself. */
  #alarmAt: number | null | undefined

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    this.#store = new AccountStore(ctx.storage.sql)
    this.#devices = new KnownDevices(ctx.storage.sql)
    const limited = env.RATE_LIMITS !== 'off'
    this.#keys = new Keys(this.#store, this.#devices, limited)
    this.#pace = new AccountPace(limited)
    this.#seats = new SeatIndex(ctx.storage.sql)
    this.#sessions = new Sessions(this.#store, this.#seats)
    this.#index = new RoomIndex(ctx.storage.sql)
    const roomOf = (roomId: string) => roomStub(env, roomId)
    this.#rooms = new AccountRooms(this.#index, ctx.id.toString(), roomOf, () => this.#mind())
  }

  /** Makes the account, and signs in. The recovery codes are shown this once. */
  async signUp(request: SignUp, device: string): Promise<Result<SignedIn<AccountWithCodes>>> {
    if (this.#store.profile()?.deleting) await this.#finishErasing()
    const existing = this.#store.profile()
    if (existing) return existing.deleting ? BUSY : refused('email-taken')
    const now = Date.now()
    const profile: Profile = {
      email: request.email,
      authProvider: 'password',
      password: hashPassword(request.password),
      createdAt: now,
      deleting: false,
    }
    this.#store.create(profile)
    const recoveryCodes = this.#newCodes()
    const { account, ...secrets } = this.#signedIn(profile, device, null, now)
    return ok({ account: { ...account, recoveryCodes }, ...secrets })
  }

  /** Signs in. An account that doesn't exist takes as long to say no, and leaves nothing in storage. */
  async signIn({ password }: Credentials, device: string, caller: Caller): Promise<Result<SignedIn>> {
    const profile = this.#profile()
    const tooMany = this.#keys.mayTry(profile, caller, Date.now())
    if (tooMany) return refused(tooMany)
    const asked = await this.#keys.inTurn(profile, caller, (): Result<SignedIn> => {
      const now = Date.now()
      const profile = this.#profile()
      const refusal = this.#keys.askPassword(profile, password, caller, now)
      if (refusal || !profile) return refused(refusal ?? { code: 'wrong-credentials' })
      return ok(this.#signedIn(profile, device, caller.knownDevice, now))
    })
    // One more may have ended the one unused for longest.
    if (asked?.done.value) await this.#tellRooms()
    return asked?.done ?? BUSY
  }

  /**
   * Sets another password by a recovery code: every session ends, no device is known any more, and one begins here. The
   * seats that the sessions took are dead, and the codes of before, too: here are others.
   */
  async recover(
    { code, newPassword }: Recovery,
    device: string,
    caller: Caller,
  ): Promise<Result<SignedIn<AccountWithCodes>>> {
    const now = Date.now()
    const profile = this.#profile()
    const refusal = this.#keys.takeCode(profile, code, caller, now)
    if (refusal || !profile) return refused(refusal ?? { code: 'wrong-credentials' })
    const recoveryCodes = this.#replacePassword(newPassword, null, null)
    const { account, ...secrets } = this.#signedIn(profile, device, null, now)
    await this.#tellRooms()
    return ok({ account: { ...account, recoveryCodes }, ...secrets })
  }

  /** Whether there is an account that is to stay. */
  isMade(): boolean {
    return this.#profile() !== null
  }

  /** The account whose session this is. */
  session(secret: string): Result<PublicAccount> {
    return this.#asOwner(secret, (profile) => ok(this.#public(profile)))
  }

  /**
   * The account and the session of a secret, for whoever asks something of a room.
   * @param entering the room whose seat may be taken with that session: noted before it is
   */
  identify(secret: string, entering?: string): Result<{ accountId: string; sessionId: string }> {
    return this.#asOwner(secret, (_, { sessionId }) => {
      const isOwn = entering !== undefined && this.#index.find(entering) !== null
      if (isOwn && this.#seats.begin(sessionId, entering)) this.#mind()
      return ok({ accountId: this.ctx.id.toString(), sessionId })
    })
  }

  /** Ends the session that asks: once, so that it needs no pace. */
  signOut(secret: string): Promise<Result<void>> {
    return this.#ending(secret, null, ({ sessionId }) => this.#sessions.end(sessionId))
  }

  /** Every session that is alive. */
  sessions(secret: string): Result<Session[]> {
    return this.#asOwner(secret, (_, session, now): Result<Session[]> => {
      const refusal = this.#pace.take('asks', now, ACCOUNT_ASK_LEAST)
      return refusal ? refused(refusal) : ok(this.#sessions.list(session, now))
    })
  }

  /** Ends one session. */
  endSession(secret: string, sessionId: string): Promise<Result<void>> {
    return this.#ending(secret, 'changes', () => this.#sessions.end(sessionId))
  }

  /** Ends every session but the one that asks. */
  endOtherSessions(secret: string): Promise<Result<void>> {
    return this.#ending(secret, 'changes', ({ sessionId }) => {
      this.#sessions.endAllBut(sessionId)
      return true
    })
  }

  /**
   * Sets another password; every other session ends, its seats with it, every other device is forgotten, and the recovery
   * codes are void: here are others.
   */
  async setPassword(
    secret: string,
    { password, newPassword }: PasswordChange,
    knownDevice: string | null,
  ): Promise<Result<AccountWithCodes>> {
    const answer = this.#asConfirmed(secret, password, (profile, { sessionId }) => {
      const recoveryCodes = this.#replacePassword(newPassword, sessionId, knownDevice)
      return ok({ ...this.#public(profile), recoveryCodes })
    })
    if (answer.value) await this.#tellRooms()
    return answer
  }

  /** Gives other recovery codes in place of all there were. */
  renewCodes(secret: string, password: string): Result<{ recoveryCodes: string[] }> {
    return this.#asConfirmed(secret, password, () => ok({ recoveryCodes: this.#newCodes() }))
  }

  /** Deletes the account with all its rooms; answers once nothing of any is left. */
  async erase(secret: string, password: string): Promise<Result<void>> {
    const { refusal } = this.#asConfirmed(secret, password, () => {
      this.#store.setDeleting()
      this.#wakeAt(Date.now() + RETRY_MS)
      return ok()
    })
    if (refusal) return refused(refusal)
    await this.#finishErasing()
    return this.#store.profile() ? BUSY : ok()
  }

  /** The rooms, newest first. */
  rooms(secret: string): Promise<Result<AccountRoom[]>> {
    return this.#whenOwner(secret, 'asks', async () => {
      if (this.#seats.untold().length > 0) await this.#tellRooms()
      if (this.#rooms.hasUnfinished()) await this.#inTurn(() => this.#rooms.settle(Date.now()))
      return this.#profile() ? ok(await this.#rooms.list()) : NOT_SIGNED_IN
    })
  }

  /** Counts a transcript, or everything at once, that is about to be read: why it may not be now. */
  beginReading(secret: string, what: 'asks' | 'exports'): Result<void> {
    return this.#asOwner(secret, (_, __, now): Result<void> => {
      const refusal = this.#pace.take(what, now, what === 'asks' ? ACCOUNT_ASK_LEAST : 1)
      return refusal ? refused(refusal) : ok()
    })
  }

  /** Makes a room. The Worker's brake on making rooms has its pace. */
  createRoom(secret: string, plan: Schedule): Promise<Result<AccountRoom>> {
    return this.#whenOwner(secret, null, () => this.#inTurn(() => this.#rooms.create(plan, Date.now())))
  }

  /** Changes a room. */
  changeRoom(secret: string, roomId: string, patch: SchedulePatch): Promise<Result<AccountRoom>> {
    return this.#whenOwner(secret, 'changes', () => this.#inTurn(() => this.#rooms.change(roomId, patch)))
  }

  /** Closes an open room now. */
  closeRoom(secret: string, roomId: string): Promise<Result<AccountRoom>> {
    return this.#whenOwner(secret, 'changes', () => this.#inTurn(() => this.#rooms.close(roomId)))
  }

  /** Deletes a room. */
  removeRoom(secret: string, roomId: string): Promise<Result<void>> {
    return this.#whenOwner(secret, 'changes', () => this.#inTurn(() => this.#rooms.remove(roomId)))
  }

  /** Looks after what was begun and not finished, and after rooms that should be gone. A failure is tried again, for ever. */
  override async alarm(): Promise<void> {
    this.#alarmAt = null
    try {
      if (this.#store.profile()?.deleting) await this.#finishErasing()
      else {
        this.#sessions.endExpired(Date.now())
        await this.#tellRooms()
        await this.#inTurn(() => this.#rooms.settle(Date.now()))
      }
    } catch (error) {
      log('account-alarm-failed', error)
      this.#wakeAt(Date.now() + RETRY_MS)
    }
  }

  /** Ends every room, then deletes everything, the alarm with it. What fails is made good by the alarm. */
  async #finishErasing(): Promise<void> {
    await this.#turns.take(async () => {
      if (!this.#store.profile()?.deleting) return
      try {
        await this.#rooms.removeAll()
        await this.ctx.storage.sync()
        await this.ctx.storage.deleteAll()
        this.#alarmAt = null
      } catch (error) {
        log('account-erase-failed', error)
        this.#wakeAt(Date.now() + RETRY_MS)
      }
    })
  }

  /** The profile of an account that is to stay. */
  #profile(): Profile | null {
    const profile = this.#store.profile()
    return profile?.deleting ? null : profile
  }

  /** Does one step for whoever holds a session. */
  #asOwner<T>(
    secret: string,
    step: (profile: Profile, session: SessionRow, now: number) => Result<T>,
  ): Result<T> {
    const now = Date.now()
    const profile = this.#profile()
    const session = profile && this.#sessions.find(secret, now)
    return session ? step(profile, session, now) : NOT_SIGNED_IN
  }

  /** The same where the password is asked for once more. */
  #asConfirmed<T>(
    secret: string,
    password: string,
    step: (profile: Profile, session: SessionRow) => Result<T>,
  ): Result<T> {
    return this.#asOwner(secret, (profile, session, now) => {
      const refusal = this.#keys.confirmPassword(profile, password, session.sessionId, now)
      return refusal ? refused(refusal) : step(profile, session)
    })
  }

  /** The same for a step that waits for other objects, and has a pace for that. */
  async #whenOwner<T>(
    secret: string,
    paced: Paced | null,
    step: () => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const { refusal } = this.#asOwner(secret, (_, __, now): Result<void> => {
      const cost = paced === 'asks' ? Math.max(ACCOUNT_ASK_LEAST, this.#index.all().length) : 1
      const tooFast = paced && this.#pace.take(paced, now, cost)
      return tooFast ? refused(tooFast) : ok()
    })
    return refusal ? refused(refusal) : step()
  }

  /** Runs a step when no other is under way, and where the account is still there by then. */
  #inTurn<T>(step: () => Promise<T>): Promise<T | typeof NOT_SIGNED_IN> {
    return this.#turns.take(async () => (this.#profile() ? step() : NOT_SIGNED_IN))
  }

  /** Begins a session on a device, which the account knows from now on. */
  #signedIn(profile: Profile, device: string, knownDevice: string | null, now: number): SignedIn {
    return {
      account: this.#public(profile),
      secret: this.#sessions.open(device, now),
      knownDevice: this.#devices.keep(knownDevice, now),
    }
  }

  /** Ends sessions, and answers once their rooms know. @param end returns whether there was one to end */
  async #ending(
    secret: string,
    paced: Paced | null,
    end: (session: SessionRow) => boolean,
  ): Promise<Result<void>> {
    const answer = this.#asOwner(secret, (_, session, now): Result<void> => {
      const tooFast = paced && this.#pace.take(paced, now)
      if (tooFast) return refused(tooFast)
      return end(session) ? ok() : refused('session-not-found')
    })
    if (answer.value) await this.#tellRooms()
    return answer
  }

  /** Tells the rooms of sessions that have ended, a few at a time. What fails is made good by the alarm, which is set first. */
  async #tellRooms(): Promise<void> {
    this.#mind()
    try {
      await each(this.#seats.untold(), async (ending) => {
        await this.#rooms.tellEnding(ending)
        this.#seats.confirm(ending)
      })
    } catch (error) {
      log('sessions-not-told', error)
    }
    this.#mind()
  }

  /** Sets another password, by which nothing of before is good any more except one session and one device. Returns the new recovery codes. */
  #replacePassword(password: string, kept: string | null, knownDevice: string | null): string[] {
    this.#store.setPassword(hashPassword(password))
    this.#sessions.revokeAllBut(kept)
    this.#devices.forgetOthers(knownDevice)
    return this.#newCodes()
  }

  #newCodes(): string[] {
    const codes = makeCodes()
    this.#store.setCodes(codes.map(hashCode))
    return codes
  }

  /** Sets the alarm by what the index says. That of an account being deleted is not touched. */
  #mind(): void {
    if (!this.#profile()) return
    const sooner = { isUntold: this.#seats.untold().length > 0, nextExpiry: this.#sessions.nextExpiry() }
    this.#wakeAt(nextDue(this.#index.all(), sooner, Date.now()))
  }

  #wakeAt(at: number | null): void {
    if (at === this.#alarmAt) return
    this.#alarmAt = at
    if (at === null) void this.ctx.storage.deleteAlarm()
    else void this.ctx.storage.setAlarm(at)
  }

  #public(profile: Profile): PublicAccount {
    return {
      accountId: this.ctx.id.toString(),
      email: profile.email,
      createdAt: profile.createdAt,
      authProvider: profile.authProvider,
      recoveryCodesLeft: this.#store.codesLeft(),
    }
  }
}
