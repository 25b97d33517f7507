import { DurableObject } from 'cloudflare:workers'
import type {
  AccountWithCodes,
  Credentials,
  PasswordChange as PasswordChangeRequest,
  Account as PublicAccount,
  Recovery,
  Session,
  SessionId,
  SignUp,
} from '../../protocol/account.ts'
import type { Result } from '../../protocol/refusal.ts'
import type { RoomId } from '../../protocol/room.ts'
import type { AccountRoom, Schedule, SchedulePatch } from '../../protocol/schedule.ts'
import type { Bindings } from '../env.ts'
import { claimAccountId } from '../ids.ts'
import type { DeviceToken, SessionToken } from '../secrets/secret.ts'
import { roomStub } from '../stubs/room.ts'
import { AccountAlarm } from './account-alarm.ts'
import { AccountDeletion } from './account-deletion.ts'
import { AccountRateLimits } from './account-rate-limits.ts'
import { AccountRooms } from './account-rooms.ts'
import { AccountStore } from './account-store.ts'
import { type Caller, CredentialCheck } from './credential-check.ts'
import { KnownDevices } from './known-devices.ts'
import { Mutex } from './mutex.ts'
import { PasswordChange } from './password-change.ts'
import { RoomIndex } from './room-index.ts'
import { RoomRequests } from './room-requests.ts'
import { SeatIndex } from './seat-index.ts'
import { SessionCheck } from './session-check.ts'
import { SessionReports } from './session-reports.ts'
import { type Identity, SessionRequests } from './session-requests.ts'
import { Sessions } from './sessions.ts'
import { SignIn, type SignInResult } from './sign-in.ts'

/**
 * One facilitator's account: who it is, where it is signed in, which rooms it has. The class only connects its parts:
 * each method is answered in the file of its feature.
 */
export class Account extends DurableObject<Bindings> {
  readonly #store: AccountStore
  readonly #alarm: AccountAlarm
  readonly #signIn: SignIn
  readonly #sessionRequests: SessionRequests
  readonly #passwordChange: PasswordChange
  readonly #roomRequests: RoomRequests
  readonly #deletion: AccountDeletion

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    const { storage } = ctx
    const accountId = claimAccountId(ctx.id.toString())
    const isLimited = env.RATE_LIMITS !== 'off'
    const stubOf = (roomId: RoomId) => roomStub(env, roomId)
    const store = new AccountStore(storage.sql)
    const devices = new KnownDevices(storage.sql)
    const seats = new SeatIndex(storage.sql)
    const index = new RoomIndex(storage.sql)
    const mutex = new Mutex()
    const sessions = new Sessions(store, seats)
    const credentialCheck = new CredentialCheck(store, devices, isLimited)
    const rateLimits = new AccountRateLimits(isLimited)
    const check = new SessionCheck({ store, sessions, credentialCheck, rateLimits })
    const alarm = new AccountAlarm({ storage, store, index, seats, sessions })
    const rooms = new AccountRooms({ accountId, index, seats, alarm, stubOf })
    const reports = new SessionReports({ accountId, seats, alarm, stubOf })
    this.#store = store
    this.#alarm = alarm
    this.#deletion = new AccountDeletion({ storage, store, check, rooms, mutex, alarm })
    const shared = { accountId, store, sessions, check, reports }
    this.#passwordChange = new PasswordChange({ ...shared, devices })
    this.#sessionRequests = new SessionRequests({ ...shared, index, seats, alarm })
    this.#roomRequests = new RoomRequests({ store, check, rateLimits, rooms, index, reports, mutex })
    this.#signIn = new SignIn({
      accountId,
      store,
      devices,
      credentialCheck,
      sessions,
      passwordChange: this.#passwordChange,
      reports,
      deletion: this.#deletion,
    })
  }

  /** Makes the account, and signs in. The recovery codes are shown this once. */
  signUp(request: SignUp, deviceName: string): Promise<Result<SignInResult<AccountWithCodes>>> {
    return this.#signIn.signUp(request, deviceName)
  }

  /** Signs in by the password. */
  signIn(credentials: Credentials, deviceName: string, caller: Caller): Promise<Result<SignInResult>> {
    return this.#signIn.signIn(credentials, deviceName, caller)
  }

  /** Sets another password by a recovery code, and signs in. */
  recoverAccount(
    recovery: Recovery,
    deviceName: string,
    caller: Caller,
  ): Promise<Result<SignInResult<AccountWithCodes>>> {
    return this.#signIn.recoverAccount(recovery, deviceName, caller)
  }

  /** Whether somebody has signed up here, and the account is not being deleted. */
  hasAccount(): boolean {
    return this.#store.readActiveProfile() !== null
  }

  /** Returns the account of a session. */
  getAccount(token: SessionToken): Result<PublicAccount> {
    return this.#sessionRequests.getAccount(token)
  }

  /** Returns the account and the session of a token. @param entering the room that is about to be joined with it */
  identifySession(token: SessionToken, entering?: RoomId): Result<Identity> {
    return this.#sessionRequests.identifySession(token, entering)
  }

  /** Ends the session that asks. */
  signOut(token: SessionToken): Promise<Result<void>> {
    return this.#sessionRequests.signOut(token)
  }

  /** Returns every session that has not ended. */
  listSessions(token: SessionToken): Result<Session[]> {
    return this.#sessionRequests.listSessions(token)
  }

  /** Ends one session. */
  endSession(token: SessionToken, sessionId: SessionId): Promise<Result<void>> {
    return this.#sessionRequests.endSession(token, sessionId)
  }

  /** Ends every session except the one that asks. */
  endOtherSessions(token: SessionToken): Promise<Result<void>> {
    return this.#sessionRequests.endOtherSessions(token)
  }

  /** Sets another password. @param knownDevice the token of the device that asks, which stays known */
  changePassword(
    token: SessionToken,
    change: PasswordChangeRequest,
    knownDevice: DeviceToken | null,
  ): Promise<Result<AccountWithCodes>> {
    return this.#passwordChange.changePassword(token, change, knownDevice)
  }

  /** Replaces all recovery codes. */
  renewRecoveryCodes(token: SessionToken, password: string): Result<{ recoveryCodes: string[] }> {
    return this.#passwordChange.renewRecoveryCodes(token, password)
  }

  /** Deletes the account with all its rooms. */
  deleteAccount(token: SessionToken, password: string): Promise<Result<void>> {
    return this.#deletion.deleteAccount(token, password)
  }

  /** Returns the rooms, newest first. */
  listRooms(token: SessionToken): Promise<Result<AccountRoom[]>> {
    return this.#roomRequests.listRooms(token)
  }

  /** Counts a transcript, or the export of everything, that is about to be read. */
  countRead(token: SessionToken, action: 'asks' | 'exports'): Result<void> {
    return this.#roomRequests.countRead(token, action)
  }

  /** Makes a room. */
  createRoom(token: SessionToken, plan: Schedule): Promise<Result<AccountRoom>> {
    return this.#roomRequests.createRoom(token, plan)
  }

  /** Changes a room. */
  changeRoom(token: SessionToken, roomId: RoomId, patch: SchedulePatch): Promise<Result<AccountRoom>> {
    return this.#roomRequests.changeRoom(token, roomId, patch)
  }

  /** Closes an open room now. */
  closeRoom(token: SessionToken, roomId: RoomId): Promise<Result<AccountRoom>> {
    return this.#roomRequests.closeRoom(token, roomId)
  }

  /** Deletes a room. */
  deleteRoom(token: SessionToken, roomId: RoomId): Promise<Result<void>> {
    return this.#roomRequests.deleteRoom(token, roomId)
  }

  /** Finishes what was begun and not finished, and asks after rooms that should be gone. */
  override alarm(): Promise<void> {
    return this.#alarm.runAlarm(async () => {
      if (this.#store.readProfile()?.deleting) return this.#deletion.finishDeletion()
      await this.#sessionRequests.endExpiredSessions(Date.now())
      await this.#roomRequests.reconcileRooms()
    })
  }
}
