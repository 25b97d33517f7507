import { type AccountId, emailKey, plainEmailKey } from '../../protocol/account.ts'
import type { Bindings } from '../env.ts'
import { digest } from '../secrets/secret.ts'
import { namespaceOf } from './namespaces.ts'

/** Where calls to an account's object go. Derived from the bindings, because the object's class calls other objects itself. */
export type AccountStub = ReturnType<Bindings['ACCOUNTS']['get']>

/**
 * Returns the stub of an account's object by the id of that object; null where the platform never gave out this id. Objects
 * are not addressed by name, because the platform keeps a name where a deleted account leaves nothing.
 */
export function accountStubById(env: Bindings, accountId: AccountId): AccountStub | null {
  const namespace = namespaceOf(env, 'ACCOUNTS')
  try {
    return namespace.get(namespace.idFromString(accountId))
  } catch {
    return null
  }
}

/** Returns the stub of the object that belongs to an address, whether there is an account or not. */
export function accountStubByEmail(env: Bindings, email: string): AccountStub {
  return stubByKey(env, emailKey(email))
}

/**
 * Returns the stub of the object to ask about an address. An account with a Unicode domain may have been signed up when
 * accounts were found by the domain as it was typed.
 */
export async function findAccountStub(env: Bindings, email: string): Promise<AccountStub> {
  const plain = plainEmailKey(email)
  if (plain === emailKey(email)) return accountStubByEmail(env, email)
  const older = stubByKey(env, plain)
  return (await older.hasAccount()) ? older : accountStubByEmail(env, email)
}

/** The platform hashes an object's name with a key of its own, so that the id reveals nothing about the address. */
function stubByKey(env: Bindings, key: string): AccountStub {
  const namespace = namespaceOf(env, 'ACCOUNTS')
  return namespace.get(namespace.idFromString(namespace.idFromName(digest(key)).toString()))
}
