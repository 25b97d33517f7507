import { type Context, Hono } from 'hono'
import { Confirmation, Credentials, PasswordChange, Recovery, SignUp } from '../../protocol/account.ts'
import type { Refusal } from '../../protocol/refusal.ts'
import type { SignedIn } from '../account/account.ts'
import { deviceOf } from '../account/device.ts'
import { isGuessable } from '../account/guessable.ts'
import type { Caller } from '../account/keys.ts'
import type { AppEnv } from '../env.ts'
import { invalid, jsonBody } from '../http/body.ts'
import { clearSession, setSession } from '../http/cookies.ts'
import { clearKnownDevice, knownDeviceOf, setKnownDevice } from '../http/device-cookie.ts'
import { refuse } from '../http/refuse.ts'
import { sourceOf } from '../http/source.ts'
import { prove } from '../http/stranger-brake.ts'
import { brake } from '../http/throttle.ts'
import { type AccountEnv, findAccount, signedIn } from './account-stub.ts'

function device(c: Context): string {
  return deviceOf(c.req.header('user-agent'))
}

/** Who tries to open this account. */
function caller<Env extends AppEnv>(c: Context<Env>, accountId: string): Caller {
  return { source: sourceOf(c, accountId), knownDevice: knownDeviceOf(c, accountId) }
}

/** Has the browser keep what it is signed in with, and what it is known by later. */
function setSecrets(c: Context, { account: { accountId }, secret, knownDevice }: SignedIn): void {
  setSession(c, { accountId, secret })
  prove({ session: secret })
  setKnownDevice(c, { accountId, secret: knownDevice })
}

/** Why a password may not be set, in the field of that name. */
function guessable(field: string): Refusal {
  return invalid(field, 'This password is easily guessed. Use another, such as a few words in a row.')
}

/** Signing up. */
export const accounts = new Hono<AppEnv>().post('/', brake('SIGN_IN_BRAKE'), jsonBody(SignUp), async (c) => {
  const request = c.req.valid('json')
  if (isGuessable(request.password, request.email)) return refuse(c, guessable('password'))
  const account = await findAccount(c.env, request.email)
  const { value, refusal } = await account.signUp(request, device(c))
  if (refusal) return refuse(c, refusal)
  setSecrets(c, value)
  return c.json(value.account, 201)
})

/** Signing in and out. */
export const session = new Hono<AccountEnv>()
  .post('/', brake('SIGN_IN_BRAKE'), jsonBody(Credentials), async (c) => {
    const request = c.req.valid('json')
    const account = await findAccount(c.env, request.email)
    const { value, refusal } = await account.signIn(request, device(c), caller(c, account.id.toString()))
    if (refusal) return refuse(c, refusal)
    setSecrets(c, value)
    return c.json(value.account, 200)
  })
  .get('/', signedIn, (c) => {
    // The page asks this first: the cookie slides with the session.
    setSession(c, c.get('session'))
    return c.json(c.get('owner'), 200)
  })
  .delete('/', signedIn, async (c) => {
    const { refusal } = await c.get('account').signOut(c.get('session').secret)
    if (refusal) return refuse(c, refusal)
    clearSession(c)
    return c.body(null, 204)
  })

/** The account itself: its password, its recovery codes, where it is signed in, its end. */
export const account = new Hono<AccountEnv>()
  .post('/recovery', brake('SIGN_IN_BRAKE'), jsonBody(Recovery), async (c) => {
    const request = c.req.valid('json')
    if (isGuessable(request.newPassword, request.email)) return refuse(c, guessable('newPassword'))
    const account = await findAccount(c.env, request.email)
    const { value, refusal } = await account.recover(request, device(c), caller(c, account.id.toString()))
    if (refusal) return refuse(c, refusal)
    setSecrets(c, value)
    return c.json(value.account, 200)
  })
  .patch('/', signedIn, jsonBody(PasswordChange), async (c) => {
    const change = c.req.valid('json')
    const { account, session, owner } = c.var
    if (isGuessable(change.newPassword, owner.email)) return refuse(c, guessable('newPassword'))
    const known = knownDeviceOf(c, session.accountId)
    const { value, refusal } = await account.setPassword(session.secret, change, known)
    return refusal ? refuse(c, refusal) : c.json(value, 200)
  })
  .delete('/', signedIn, jsonBody(Confirmation), async (c) => {
    const { password } = c.req.valid('json')
    const { refusal } = await c.get('account').erase(c.get('session').secret, password)
    if (refusal) return refuse(c, refusal)
    clearSession(c)
    clearKnownDevice(c)
    return c.body(null, 204)
  })
  .post('/recovery-codes', signedIn, jsonBody(Confirmation), async (c) => {
    const { password } = c.req.valid('json')
    const { value, refusal } = await c.get('account').renewCodes(c.get('session').secret, password)
    return refusal ? refuse(c, refusal) : c.json(value, 200)
  })
  .get('/sessions', signedIn, async (c) => {
    const { value, refusal } = await c.get('account').sessions(c.get('session').secret)
    return refusal ? refuse(c, refusal) : c.json({ sessions: value }, 200)
  })
  .delete('/sessions', signedIn, async (c) => {
    const { refusal } = await c.get('account').endOtherSessions(c.get('session').secret)
    return refusal ? refuse(c, refusal) : c.body(null, 204)
  })
  .delete('/sessions/:sessionId', signedIn, async (c) => {
    const { refusal } = await c.get('account').endSession(c.get('session').secret, c.req.param('sessionId'))
    return refusal ? refuse(c, refusal) : c.body(null, 204)
  })
