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
import { AccountRateLimits, type LimitedAction } from './account-rate-limits.ts'
import { AccountRooms } from './account-rooms.ts'
import { AccountStore, type Profile, type SessionRow } from './account-store.ts'
import { nextAlarm, RETRY_MS } from './alarm-schedule.ts'
import { type Caller, CredentialCheck } from './credential-check.ts'
import { KnownDevices } from './known-devices.ts'
import { mapConcurrent } from './map-concurrent.ts'
import { Mutex } from './mutex.ts'
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts'
import { RoomIndex } from './room-index.ts'
import { SeatIndex } from './seat-index.ts'
import { Sessions } from './sessions.ts'

/** Signed in: the account, and the secrets of the session and of the device, which are kept nowhere. */
export interface SignInResult<A = PublicAccount> {
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
  readonly #credentialCheck: CredentialCheck
  readonly #rateLimits: AccountRateLimits
  readonly #seats: SeatIndex
  readonly #sessionList: Sessions
  readonly #index: RoomIndex
  readonly #accountRooms: AccountRooms
  readonly #mutex = new Mutex()
  /** When the alarm is set to, as far as this object knows: undefined until it has set it itself. */
  #alarmAt: number | null | undefined

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    this.#store = new AccountStore(ctx.storage.sql)
    this.#devices = new KnownDevices(ctx.storage.sql)
    const limited = env.RATE_LIMITS !== 'off'
    this.#credentialCheck = new CredentialCheck(this.#store, this.#devices, limited)
    this.#rateLimits = new AccountRateLimits(limited)
    this.#seats = new SeatIndex(ctx.storage.sql)
    this.#sessionList = new Sessions(this.#store, this.#seats)
    this.#index = new RoomIndex(ctx.storage.sql)
    const roomOf = (roomId: string) => roomStub(env, roomId)
    this.#accountRooms = new AccountRooms(this.#index, ctx.id.toString(), roomOf, () => this.#scheduleAlarm())
  }

  /** Makes the account, and signs in. The recovery codes are shown this once. */
  async signUp(request: SignUp, device: string): Promise<Result<SignInResult<AccountWithCodes>>> {
    if (this.#store.readProfile()?.deleting) await this.#finishDeletion()
    const existing = this.#store.readProfile()
    if (existing) return existing.deleting ? BUSY : refused('email-taken')
    const now = Date.now()
    const profile: Profile = {
      email: request.email,
      authProvider: 'password',
      password: hashPassword(request.password),
      createdAt: now,
      deleting: false,
    }
    this.#store.createAccount(profile)
    const recoveryCodes = this.#makeRecoveryCodes()
    const { account, ...secrets } = this.#openSession(profile, device, null, now)
    return ok({ account: { ...account, recoveryCodes }, ...secrets })
  }

  /** Signs in. An account that doesn't exist takes as long to say no, and leaves nothing in storage. */
  async signIn({ password }: Credentials, device: string, caller: Caller): Promise<Result<SignInResult>> {
    const profile = this.#profile()
    const tooMany = this.#credentialCheck.checkTries(profile, caller, Date.now())
    if (tooMany) return refused(tooMany)
    const checked = await this.#credentialCheck.queueCheck(profile, caller, (): Result<SignInResult> => {
      const now = Date.now()
      const profile = this.#profile()
      const refusal = this.#credentialCheck.checkPassword(profile, password, caller, now)
      if (refusal || !profile) return refused(refusal ?? { code: 'wrong-credentials' })
      return ok(this.#openSession(profile, device, caller.knownDevice, now))
    })
    // One more may have ended the one unused for longest.
    if (checked?.done.value) await this.#reportEndedSessions()
    return checked?.done ?? BUSY
  }

  /**
   * Sets another password by a recovery code: every session ends, no device is known any more, and one begins here. The
   * seats that the sessions took are dead, and the codes of before, too: here are others.
   */
  async recoverAccount(
    { code, newPassword }: Recovery,
    device: string,
    caller: Caller,
  ): Promise<Result<SignInResult<AccountWithCodes>>> {
    const now = Date.now()
    const profile = this.#profile()
    const refusal = this.#credentialCheck.useRecoveryCode(profile, code, caller, now)
    if (refusal || !profile) return refused(refusal ?? { code: 'wrong-credentials' })
    const recoveryCodes = this.#replacePassword(newPassword, null, null)
    const { account, ...secrets } = this.#openSession(profile, device, null, now)
    await this.#reportEndedSessions()
    return ok({ account: { ...account, recoveryCodes }, ...secrets })
  }

  /** Whether there is an account that is to stay. */
  hasAccount(): boolean {
    return this.#profile() !== null
  }

  /** The account whose session this is. */
  getAccount(secret: string): Result<PublicAccount> {
    return this.#withSession(secret, (profile) => ok(this.#toPublicAccount(profile)))
  }

  /**
   * The account and the session of a secret, for whoever asks something of a room.
   * @param entering the room whose seat may be taken with that session: noted before it is
   */
  identifySession(secret: string, entering?: string): Result<{ accountId: string; sessionId: string }> {
    return this.#withSession(secret, (_, { sessionId }) => {
      const isOwn = entering !== undefined && this.#index.findEntry(entering) !== null
      if (isOwn && this.#seats.beginSeat(sessionId, entering)) this.#scheduleAlarm()
      return ok({ accountId: this.ctx.id.toString(), sessionId })
    })
  }

  /** Ends the session that asks: once, so that it needs no pace. */
  signOut(secret: string): Promise<Result<void>> {
    return this.#endSessions(secret, null, ({ sessionId }) => this.#sessionList.endSession(sessionId))
  }

  /** Every session that is alive. */
  listSessions(secret: string): Result<Session[]> {
    return this.#withSession(secret, (_, session, now): Result<Session[]> => {
      const refusal = this.#rateLimits.countAction('asks', now, ACCOUNT_ASK_LEAST)
      return refusal ? refused(refusal) : ok(this.#sessionList.listSessions(session, now))
    })
  }

  /** Ends one session. */
  endSession(secret: string, sessionId: string): Promise<Result<void>> {
    return this.#endSessions(secret, 'changes', () => this.#sessionList.endSession(sessionId))
  }

  /** Ends every session but the one that asks. */
  endOtherSessions(secret: string): Promise<Result<void>> {
    return this.#endSessions(secret, 'changes', ({ sessionId }) => {
      this.#sessionList.endOtherSessions(sessionId)
      return true
    })
  }

  /**
   * Sets another password; every other session ends, its seats with it, every other device is forgotten, and the recovery
   * codes are void: here are others.
   */
  async changePassword(
    secret: string,
    { password, newPassword }: PasswordChange,
    knownDevice: string | null,
  ): Promise<Result<AccountWithCodes>> {
    const answer = this.#withPassword(secret, password, (profile, { sessionId }) => {
      const recoveryCodes = this.#replacePassword(newPassword, sessionId, knownDevice)
      return ok({ ...this.#toPublicAccount(profile), recoveryCodes })
    })
    if (answer.ok) await this.#reportEndedSessions()
    return answer
  }

  /** Gives other recovery codes in place of all there were. */
  renewRecoveryCodes(secret: string, password: string): Result<{ recoveryCodes: string[] }> {
    return this.#withPassword(secret, password, () => ok({ recoveryCodes: this.#makeRecoveryCodes() }))
  }

  /** Deletes the account with all its rooms; answers once nothing of any is left. */
  async deleteAccount(secret: string, password: string): Promise<Result<void>> {
    const { refusal } = this.#withPassword(secret, password, () => {
      this.#store.setDeleting()
      this.#setAlarm(Date.now() + RETRY_MS)
      return ok()
    })
    if (refusal) return refused(refusal)
    await this.#finishDeletion()
    return this.#store.readProfile() ? BUSY : ok()
  }

  /** The rooms, newest first. */
  listRooms(secret: string): Promise<Result<AccountRoom[]>> {
    return this.#withSessionAndRate(secret, 'asks', async () => {
      if (this.#seats.readUnreported().length > 0) await this.#reportEndedSessions()
      if (this.#accountRooms.hasUnfinished())
        await this.#runExclusive(() => this.#accountRooms.reconcileRooms(Date.now()))
      return this.#profile() ? ok(await this.#accountRooms.listRooms()) : NOT_SIGNED_IN
    })
  }

  /** Counts a transcript, or everything at once, that is about to be read: why it may not be now. */
  countRead(secret: string, what: 'asks' | 'exports'): Result<void> {
    return this.#withSession(secret, (_, __, now): Result<void> => {
      const refusal = this.#rateLimits.countAction(what, now, what === 'asks' ? ACCOUNT_ASK_LEAST : 1)
      return refusal ? refused(refusal) : ok()
    })
  }

  /** Makes a room. The Worker's brake on making rooms has its pace. */
  createRoom(secret: string, plan: Schedule): Promise<Result<AccountRoom>> {
    return this.#withSessionAndRate(secret, null, () =>
      this.#runExclusive(() => this.#accountRooms.createRoom(plan, Date.now())),
    )
  }

  /** Changes a room. */
  changeRoom(secret: string, roomId: string, patch: SchedulePatch): Promise<Result<AccountRoom>> {
    return this.#withSessionAndRate(secret, 'changes', () =>
      this.#runExclusive(() => this.#accountRooms.changeRoom(roomId, patch)),
    )
  }

  /** Closes an open room now. */
  closeRoom(secret: string, roomId: string): Promise<Result<AccountRoom>> {
    return this.#withSessionAndRate(secret, 'changes', () =>
      this.#runExclusive(() => this.#accountRooms.closeRoom(roomId)),
    )
  }

  /** Deletes a room. */
  deleteRoom(secret: string, roomId: string): Promise<Result<void>> {
    return this.#withSessionAndRate(secret, 'changes', () =>
      this.#runExclusive(() => this.#accountRooms.deleteRoom(roomId)),
    )
  }

  /** Looks after what was begun and not finished, and after rooms that should be gone. A failure is tried again, for ever. */
  override async alarm(): Promise<void> {
    this.#alarmAt = null
    try {
      if (this.#store.readProfile()?.deleting) await this.#finishDeletion()
      else {
        this.#sessionList.endExpiredSessions(Date.now())
        await this.#reportEndedSessions()
        await this.#runExclusive(() => this.#accountRooms.reconcileRooms(Date.now()))
      }
    } catch (error) {
      log('account-alarm-failed', error)
      this.#setAlarm(Date.now() + RETRY_MS)
    }
  }

  /** Ends every room, then deletes everything, the alarm with it. What fails is made good by the alarm. */
  async #finishDeletion(): Promise<void> {
    await this.#mutex.runExclusive(async () => {
      if (!this.#store.readProfile()?.deleting) return
      try {
        await this.#accountRooms.deleteAllRooms()
        await this.ctx.storage.sync()
        await this.ctx.storage.deleteAll()
        this.#alarmAt = null
      } catch (error) {
        log('account-deletion-failed', error)
        this.#setAlarm(Date.now() + RETRY_MS)
      }
    })
  }

  /** The profile of an account that is to stay. */
  #profile(): Profile | null {
    const profile = this.#store.readProfile()
    return profile?.deleting ? null : profile
  }

  /** Does one step for whoever holds a session. */
  #withSession<T>(
    secret: string,
    step: (profile: Profile, session: SessionRow, now: number) => Result<T>,
  ): Result<T> {
    const now = Date.now()
    const profile = this.#profile()
    const session = profile && this.#sessionList.findSession(secret, now)
    return session ? step(profile, session, now) : NOT_SIGNED_IN
  }

  /** The same where the password is asked for once more. */
  #withPassword<T>(
    secret: string,
    password: string,
    step: (profile: Profile, session: SessionRow) => Result<T>,
  ): Result<T> {
    return this.#withSession(secret, (profile, session, now) => {
      const refusal = this.#credentialCheck.confirmPassword(profile, password, session.sessionId, now)
      return refusal ? refused(refusal) : step(profile, session)
    })
  }

  /** The same for a step that waits for other objects, and has a pace for that. */
  async #withSessionAndRate<T>(
    secret: string,
    paced: LimitedAction | null,
    step: () => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const { refusal } = this.#withSession(secret, (_, __, now): Result<void> => {
      const cost = paced === 'asks' ? Math.max(ACCOUNT_ASK_LEAST, this.#index.readEntries().length) : 1
      const tooFast = paced && this.#rateLimits.countAction(paced, now, cost)
      return tooFast ? refused(tooFast) : ok()
    })
    return refusal ? refused(refusal) : step()
  }

  /** Runs a step when no other is under way, and where the account is still there by then. */
  #runExclusive<T>(step: () => Promise<T>): Promise<T | typeof NOT_SIGNED_IN> {
    return this.#mutex.runExclusive(async () => (this.#profile() ? step() : NOT_SIGNED_IN))
  }

  /** Begins a session on a device, which the account knows from now on. */
  #openSession(profile: Profile, device: string, knownDevice: string | null, now: number): SignInResult {
    return {
      account: this.#toPublicAccount(profile),
      secret: this.#sessionList.openSession(device, now),
      knownDevice: this.#devices.recordDevice(knownDevice, now),
    }
  }

  /** Ends sessions, and answers once their rooms know. @param end returns whether there was one to end */
  async #endSessions(
    secret: string,
    paced: LimitedAction | null,
    end: (session: SessionRow) => boolean,
  ): Promise<Result<void>> {
    const answer = this.#withSession(secret, (_, session, now): Result<void> => {
      const tooFast = paced && this.#rateLimits.countAction(paced, now)
      if (tooFast) return refused(tooFast)
      return end(session) ? ok() : refused('session-not-found')
    })
    if (answer.ok) await this.#reportEndedSessions()
    return answer
  }

  /** Tells the rooms of sessions that have ended, a few at a time. What fails is made good by the alarm, which is set first. */
  async #reportEndedSessions(): Promise<void> {
    this.#scheduleAlarm()
    try {
      await mapConcurrent(this.#seats.readUnreported(), async (ended) => {
        await this.#accountRooms.reportEndedSessions(ended)
        this.#seats.confirmReported(ended)
      })
    } catch (error) {
      log('ended-sessions-not-reported', error)
    }
    this.#scheduleAlarm()
  }

  /** Sets another password, by which nothing of before is good any more except one session and one device. Returns the new recovery codes. */
  #replacePassword(password: string, kept: string | null, knownDevice: string | null): string[] {
    this.#store.setPassword(hashPassword(password))
    this.#sessionList.revokeOtherSessions(kept)
    this.#devices.forgetOtherDevices(knownDevice)
    return this.#makeRecoveryCodes()
  }

  #makeRecoveryCodes(): string[] {
    const codes = makeRecoveryCodes()
    this.#store.replaceRecoveryCodes(codes.map(hashRecoveryCode))
    return codes
  }

  /** Sets the alarm by what the index says. That of an account being deleted is not touched. */
  #scheduleAlarm(): void {
    if (!this.#profile()) return
    const sooner = {
      hasUnreported: this.#seats.readUnreported().length > 0,
      nextExpiry: this.#sessionList.findNextExpiry(),
    }
    this.#setAlarm(nextAlarm(this.#index.readEntries(), sooner, Date.now()))
  }

  #setAlarm(at: number | null): void {
    if (at === this.#alarmAt) return
    this.#alarmAt = at
    if (at === null) void this.ctx.storage.deleteAlarm()
    else void this.ctx.storage.setAlarm(at)
  }

  #toPublicAccount(profile: Profile): PublicAccount {
    return {
      accountId: this.ctx.id.toString(),
      email: profile.email,
      createdAt: profile.createdAt,
      authProvider: profile.authProvider,
      recoveryCodesLeft: this.#store.countRecoveryCodes(),
    }
  }
}
