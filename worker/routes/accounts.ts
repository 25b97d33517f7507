import { type Context, Hono } from 'hono'
import {
  type AccountId,
  Confirmation,
  Credentials,
  PasswordChange,
  Recovery,
  SignUp,
} from '../../protocol/account.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import type { Caller } from '../account/credential-check.ts'
import { deviceNameOf } from '../account/device-name.ts'
import { isGuessablePassword } from '../account/guessable-password.ts'
import type { SignInResult } from '../account/sign-in.ts'
import type { AppEnv } from '../env.ts'
import { invalidRequest, parseJsonBody } from '../http/body.ts'
import { hashClientAddress } from '../http/client-address.ts'
import { clearSessionCookie, setSessionCookie } from '../http/cookies.ts'
import {
  clearKnownDeviceCookie,
  readKnownDeviceCookie,
  setKnownDeviceCookie,
} from '../http/known-device-cookie.ts'
import { limitRate } from '../http/rate-limit.ts'
import { refuseRequest } from '../http/refuse.ts'
import { type AccountEnv, requireSession } from '../http/require-session.ts'
import { rememberProven } from '../http/stranger-limit.ts'
import { claimAccountId, claimSessionId } from '../ids.ts'
import { findAccountStub } from '../stubs/account.ts'

function deviceName(c: Context): string {
  return deviceNameOf(c.req.header('user-agent'))
}

/** Returns who tries to open this account. */
function readCaller<Env extends AppEnv>(c: Context<Env>, accountId: AccountId): Caller {
  return { source: hashClientAddress(c, accountId), knownDevice: readKnownDeviceCookie(c, accountId) }
}

/** Sets the cookies of the session, and of the device that the account knows from now on. */
function setSignInCookies(c: Context, { account, sessionToken, deviceToken }: SignInResult): void {
  const accountId = claimAccountId(account.accountId)
  setSessionCookie(c, { accountId, token: sessionToken })
  rememberProven({ session: sessionToken })
  setKnownDeviceCookie(c, { accountId, token: deviceToken })
}

/** Returns why a password may not be set. @param field the name of the password in the request */
function guessablePassword(field: string): Refusal {
  return invalidRequest(field, 'This password is easily guessed. Use another, such as a few words in a row.')
}

/** The route to sign up. */
export const accounts = new Hono<AppEnv>().post(
  '/',
  limitRate('SIGN_IN_RATE_LIMIT'),
  parseJsonBody(SignUp),
  async (c) => {
    const request = c.req.valid('json')
    if (isGuessablePassword(request.password, request.email))
      return refuseRequest(c, guessablePassword('password'))
    const account = await findAccountStub(c.env, request.email)
    const signedUp = await account.signUp(request, deviceName(c))
    if (!signedUp.ok) return refuseRequest(c, signedUp.refusal)
    setSignInCookies(c, signedUp.value)
    return c.json(signedUp.value.account, 201)
  },
)

/** Routes of the session that asks: to sign in, to read the account, to sign out. */
export const session = new Hono<AccountEnv>()
  .post('/', limitRate('SIGN_IN_RATE_LIMIT'), parseJsonBody(Credentials), async (c) => {
    const request = c.req.valid('json')
    const account = await findAccountStub(c.env, request.email)
    const signedIn = await account.signIn(
      request,
      deviceName(c),
      readCaller(c, claimAccountId(account.id.toString())),
    )
    if (!signedIn.ok) return refuseRequest(c, signedIn.refusal)
    setSignInCookies(c, signedIn.value)
    return c.json(signedIn.value.account, 200)
  })
  .get('/', requireSession, (c) => {
    // The page asks this first: the cookie lives on with the session.
    setSessionCookie(c, c.get('session'))
    return c.json(c.get('owner'), 200)
  })
  .delete('/', requireSession, async (c) => {
    const signedOut = await c.get('account').signOut(c.get('session').token)
    if (!signedOut.ok) return refuseRequest(c, signedOut.refusal)
    clearSessionCookie(c)
    return c.body(null, 204)
  })

/** Routes of the account itself: its password, its recovery codes, its sessions, its deletion. */
export const account = new Hono<AccountEnv>()
  .post('/recovery', limitRate('SIGN_IN_RATE_LIMIT'), parseJsonBody(Recovery), async (c) => {
    const request = c.req.valid('json')
    if (isGuessablePassword(request.newPassword, request.email))
      return refuseRequest(c, guessablePassword('newPassword'))
    const account = await findAccountStub(c.env, request.email)
    const caller = readCaller(c, claimAccountId(account.id.toString()))
    const recovered = await account.recoverAccount(request, deviceName(c), caller)
    if (!recovered.ok) return refuseRequest(c, recovered.refusal)
    setSignInCookies(c, recovered.value)
    return c.json(recovered.value.account, 200)
  })
  .patch('/', requireSession, parseJsonBody(PasswordChange), async (c) => {
    const change = c.req.valid('json')
    const { account, session, owner } = c.var
    if (isGuessablePassword(change.newPassword, owner.email))
      return refuseRequest(c, guessablePassword('newPassword'))
    const knownDevice = readKnownDeviceCookie(c, session.accountId)
    const changed = await account.changePassword(session.token, change, knownDevice)
    return changed.ok ? c.json(changed.value, 200) : refuseRequest(c, changed.refusal)
  })
  .delete('/', requireSession, parseJsonBody(Confirmation), async (c) => {
    const { password } = c.req.valid('json')
    const deleted = await c.get('account').deleteAccount(c.get('session').token, password)
    if (!deleted.ok) return refuseRequest(c, deleted.refusal)
    clearSessionCookie(c)
    clearKnownDeviceCookie(c)
    return c.body(null, 204)
  })
  .post('/recovery-codes', requireSession, parseJsonBody(Confirmation), async (c) => {
    const { password } = c.req.valid('json')
    const renewed = await c.get('account').renewRecoveryCodes(c.get('session').token, password)
    return renewed.ok ? c.json(renewed.value, 200) : refuseRequest(c, renewed.refusal)
  })
  .get('/sessions', requireSession, async (c) => {
    const sessions = await c.get('account').listSessions(c.get('session').token)
    return sessions.ok ? c.json({ sessions: sessions.value }, 200) : refuseRequest(c, sessions.refusal)
  })
  .delete('/sessions', requireSession, async (c) => {
    const ended = await c.get('account').endOtherSessions(c.get('session').token)
    return ended.ok ? c.body(null, 204) : refuseRequest(c, ended.refusal)
  })
  .delete('/sessions/:sessionId', requireSession, async (c) => {
    const ended = await c
      .get('account')
      .endSession(c.get('session').token, claimSessionId(c.req.param('sessionId')))
    return ended.ok ? c.body(null, 204) : refuseRequest(c, ended.refusal)
  })
