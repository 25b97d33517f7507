import { type Context, Hono } from 'hono'
import { Confirmation, Credentials, PasswordChange, Recovery, SignUp } from '../../protocol/account.ts'
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
import { findAccountStub } from '../stubs/account.ts'

function device(c: Context): string {
  return deviceNameOf(c.req.header('user-agent'))
}

/** Who tries to open this account. */
function caller<Env extends AppEnv>(c: Context<Env>, accountId: string): Caller {
  return { source: hashClientAddress(c, accountId), knownDevice: readKnownDeviceCookie(c, accountId) }
}

/** Has the browser keep what it is signed in with, and what it is known by later. */
function setSecrets(c: Context, { account: { accountId }, sessionToken, deviceToken }: SignInResult): void {
  setSessionCookie(c, { accountId, token: sessionToken })
  rememberProven({ session: sessionToken })
  setKnownDeviceCookie(c, { accountId, token: deviceToken })
}

/** Why a password may not be set, in the field of that name. */
function guessable(field: string): Refusal {
  return invalidRequest(field, 'This password is easily guessed. Use another, such as a few words in a row.')
}

/** Signing up. */
export const accounts = new Hono<AppEnv>().post(
  '/',
  limitRate('SIGN_IN_RATE_LIMIT'),
  parseJsonBody(SignUp),
  async (c) => {
    const request = c.req.valid('json')
    if (isGuessablePassword(request.password, request.email)) return refuseRequest(c, guessable('password'))
    const account = await findAccountStub(c.env, request.email)
    const { value, refusal } = await account.signUp(request, device(c))
    if (refusal) return refuseRequest(c, refusal)
    setSecrets(c, value)
    return c.json(value.account, 201)
  },
)

/** Signing in and out. */
export const session = new Hono<AccountEnv>()
  .post('/', limitRate('SIGN_IN_RATE_LIMIT'), parseJsonBody(Credentials), async (c) => {
    const request = c.req.valid('json')
    const account = await findAccountStub(c.env, request.email)
    const { value, refusal } = await account.signIn(request, device(c), caller(c, account.id.toString()))
    if (refusal) return refuseRequest(c, refusal)
    setSecrets(c, value)
    return c.json(value.account, 200)
  })
  .get('/', requireSession, (c) => {
    // The page asks this first: the cookie slides with the session.
    setSessionCookie(c, c.get('session'))
    return c.json(c.get('owner'), 200)
  })
  .delete('/', requireSession, async (c) => {
    const { refusal } = await c.get('account').signOut(c.get('session').token)
    if (refusal) return refuseRequest(c, refusal)
    clearSessionCookie(c)
    return c.body(null, 204)
  })

/** The account itself: its password, its recovery codes, where it is signed in, its end. */
export const account = new Hono<AccountEnv>()
  .post('/recovery', limitRate('SIGN_IN_RATE_LIMIT'), parseJsonBody(Recovery), async (c) => {
    const request = c.req.valid('json')
    if (isGuessablePassword(request.newPassword, request.email))
      return refuseRequest(c, guessable('newPassword'))
    const account = await findAccountStub(c.env, request.email)
    const { value, refusal } = await account.recoverAccount(
      request,
      device(c),
      caller(c, account.id.toString()),
    )
    if (refusal) return refuseRequest(c, refusal)
    setSecrets(c, value)
    return c.json(value.account, 200)
  })
  .patch('/', requireSession, parseJsonBody(PasswordChange), async (c) => {
    const change = c.req.valid('json')
    const { account, session, owner } = c.var
    if (isGuessablePassword(change.newPassword, owner.email))
      return refuseRequest(c, guessable('newPassword'))
    const known = readKnownDeviceCookie(c, session.accountId)
    const { value, refusal } = await account.changePassword(session.token, change, known)
    return refusal ? refuseRequest(c, refusal) : c.json(value, 200)
  })
  .delete('/', requireSession, parseJsonBody(Confirmation), async (c) => {
    const { password } = c.req.valid('json')
    const { refusal } = await c.get('account').deleteAccount(c.get('session').token, password)
    if (refusal) return refuseRequest(c, refusal)
    clearSessionCookie(c)
    clearKnownDeviceCookie(c)
    return c.body(null, 204)
  })
  .post('/recovery-codes', requireSession, parseJsonBody(Confirmation), async (c) => {
    const { password } = c.req.valid('json')
    const { value, refusal } = await c.get('account').renewRecoveryCodes(c.get('session').token, password)
    return refusal ? refuseRequest(c, refusal) : c.json(value, 200)
  })
  .get('/sessions', requireSession, async (c) => {
    const { value, refusal } = await c.get('account').listSessions(c.get('session').token)
    return refusal ? refuseRequest(c, refusal) : c.json({ sessions: value }, 200)
  })
  .delete('/sessions', requireSession, async (c) => {
    const { refusal } = await c.get('account').endOtherSessions(c.get('session').token)
    return refusal ? refuseRequest(c, refusal) : c.body(null, 204)
  })
  .delete('/sessions/:sessionId', requireSession, async (c) => {
    const { refusal } = await c.get('account').endSession(c.get('session').token, c.req.param('sessionId'))
    return refusal ? refuseRequest(c, refusal) : c.body(null, 204)
  })
