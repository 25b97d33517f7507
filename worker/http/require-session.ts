import { createMiddleware } from 'hono/factory'
import type { Account as PublicAccount } from '../../protocol/account.ts'
import type { AppEnv } from '../env.ts'
import { type AccountStub, accountStubById } from '../stubs/account.ts'
import { readSessionCookie, type SessionCookie } from './cookies.ts'
import { refuseRequest } from './refuse.ts'
import { checkStranger, countRefusal, rememberProven } from './stranger-limit.ts'

/** What `requireSession` leaves for the handlers. */
export interface AccountEnv extends AppEnv {
  Variables: { account: AccountStub; session: SessionCookie; owner: PublicAccount }
}

/**
 * Refuses a request without a good session, before anything else about it is checked. The account's object checks the
 * session again in the step that does something, since a session can end in between.
 */
export const requireSession = createMiddleware<AccountEnv>(async (c, next) => {
  const session = readSessionCookie(c)
  const account = session && accountStubById(c.env, session.accountId)
  if (!account) return refuseRequest(c, { code: 'not-signed-in' })
  const limited = checkStranger(c, [{ session: session.token }])
  if (!limited.ok) return refuseRequest(c, limited.refusal)
  const owner = await account.getAccount(session.token)
  if (!owner.ok) {
    await countRefusal(c)
    return refuseRequest(c, owner.refusal)
  }
  rememberProven({ session: session.token })
  c.set('owner', owner.value)
  c.set('account', account)
  c.set('session', session)
  await next()
})
