import { createMiddleware } from 'hono/factory'
import { emailKey, type Account as PublicAccount, plainEmailKey } from '../../protocol/account.ts'
import type { Account } from '../account/account.ts'
import type { AppEnv, Bindings } from '../env.ts'
import { type SessionCookie, sessionOf } from '../http/cookies.ts'
import { refuse } from '../http/refuse.ts'
import { countRefusal, prove, refuseStranger } from '../http/stranger-brake.ts'
import { hashSecret } from '../secrets/token.ts'

/** What `signedIn` leaves for the handlers. */
export interface AccountEnv extends AppEnv {
  Variables: { account: DurableObjectStub<Account>; session: SessionCookie; owner: PublicAccount }
}

/** The id of the object found by this. The platform hashes the name with a key of its own, so that the id says nothing of the address. */
function accountIdOf(env: Bindings, key: string): string {
  return env.ACCOUNTS.idFromName(hashSecret(key)).toString()
}

/**
 * The object of an account, by its id alone: the platform keeps an object's name where the account leaves nothing.
 * Null where this is no id that the platform ever gave.
 */
export function accountStub(env: Bindings, accountId: string): DurableObjectStub<Account> | null {
  try {
    return env.ACCOUNTS.get(env.ACCOUNTS.idFromString(accountId))
  } catch {
    return null
  }
}

/** The object of whoever has this address, whether there is an account or not. */
export function accountOf(env: Bindings, email: string): DurableObjectStub<Account> {
  return stubByKey(env, emailKey(email))
}

/**
 * The object to ask for whoever gives this address. One with a Unicode domain may have been signed up when such an account
 * was found by the domain as it was typed.
 */
export async function findAccount(env: Bindings, email: string): Promise<DurableObjectStub<Account>> {
  const plain = plainEmailKey(email)
  if (plain === emailKey(email)) return accountOf(env, email)
  const older = stubByKey(env, plain)
  return (await older.isMade()) ? older : accountOf(env, email)
}

function stubByKey(env: Bindings, key: string): DurableObjectStub<Account> {
  return env.ACCOUNTS.get(env.ACCOUNTS.idFromString(accountIdOf(env, key)))
}

/**
 * Lets through who is signed in, before anything else about the request is looked at. The object asks again: it does
 * so in the very step that does something, and a session can end in between.
 */
export const signedIn = createMiddleware<AccountEnv>(async (c, next) => {
  const session = sessionOf(c)
  const account = session && accountStub(c.env, session.accountId)
  if (!account) return refuse(c, { code: 'not-signed-in' })
  const braked = refuseStranger(c, [{ session: session.secret }])
  if (braked) return refuse(c, braked)
  const { value, refusal } = await account.session(session.secret)
  if (refusal) {
    await countRefusal(c)
    return refuse(c, refusal)
  }
  prove({ session: session.secret })
  c.set('owner', value)
  c.set('account', account)
  c.set('session', session)
  await next()
})
