import { emailKey, plainEmailKey } from '../../protocol/account.ts'
import type { Account } from '../account/account.ts'
import type { Bindings } from '../env.ts'
import { hashSecret } from '../secrets/token.ts'

/** The id of the object found by this. The platform hashes the name with a key of its own, so that the id says nothing of the address. */
function accountIdByKey(env: Bindings, key: string): string {
  return env.ACCOUNTS.idFromName(hashSecret(key)).toString()
}

/**
 * The object of an account, by its id alone: the platform keeps an object's name where the account leaves nothing.
 * Null where this is no id that the platform ever gave.
 */
export function accountStubById(env: Bindings, accountId: string): DurableObjectStub<Account> | null {
  try {
    return env.ACCOUNTS.get(env.ACCOUNTS.idFromString(accountId))
  } catch {
    return null
  }
}

/** The object of whoever has this address, whether there is an account or not. */
export function accountStubByEmail(env: Bindings, email: string): DurableObjectStub<Account> {
  return stubByKey(env, emailKey(email))
}

/**
 * The object to ask for whoever gives this address. One with a Unicode domain may have been signed up when such an account
 * was found by the domain as it was typed.
 */
export async function findAccountStub(env: Bindings, email: string): Promise<DurableObjectStub<Account>> {
  const plain = plainEmailKey(email)
  if (plain === emailKey(email)) return accountStubByEmail(env, email)
  const older = stubByKey(env, plain)
  return (await older.hasAccount()) ? older : accountStubByEmail(env, email)
}

function stubByKey(env: Bindings, key: string): DurableObjectStub<Account> {
  return env.ACCOUNTS.get(env.ACCOUNTS.idFromString(accountIdByKey(env, key)))
}
