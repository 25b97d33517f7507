import { createMiddleware } from 'hono/factory'
import type { Account as PublicAccount } from '../../protocol/account.ts'
import type { Account } from '../account/account.ts'
import type { AppEnv } from '../env.ts'
import { accountStubById } from '../stubs/account.ts'
import { readSessionCookie, type SessionCookie } from './cookies.ts'
import { refuseRequest } from './refuse.ts'
import { checkStranger, countRefusal, rememberProven } from './stranger-limit.ts'

/** What `signedIn` leaves for the handlers. */
export interface AccountEnv extends AppEnv {
  Variables: { account: DurableObjectStub<Account>; session: SessionCookie; owner: PublicAccount }
}

/**
 * Lets through who is signed in, before anything else about the request is looked at. The object asks again: it does
 * so in the very step that does something, and a session can end in between.
 */
export const requireSession = createMiddleware<AccountEnv>(async (c, next) => {
  const session = readSessionCookie(c)
  const account = session && accountStubById(c.env, session.accountId)
  if (!account) return refuseRequest(c, { code: 'not-signed-in' })
  const limited = checkStranger(c, [{ session: session.token }])
  if (limited) return refuseRequest(c, limited)
  const { value, refusal } = await account.getAccount(session.token)
  if (refusal) {
    await countRefusal(c)
    return refuseRequest(c, refusal)
  }
  rememberProven({ session: session.token })
  c.set('owner', value)
  c.set('account', account)
  c.set('session', session)
  await next()
})
