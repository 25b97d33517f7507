import * as z from 'zod'
import { ACCOUNT_PASSWORD, EMAIL_MAX } from './account-limits.ts'

/** The id of an account, which is the id of its object. */
export type AccountId = string & z.$brand<'AccountId'>

/** The id of a session. It proves nothing: the session's token does. */
export type SessionId = string & z.$brand<'SessionId'>

/** One @, and a domain with a dot. Whether it can be delivered to is never asked: no mail is sent. */
const EMAIL =
  /^[^\s@"<>(),;:\\[\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,62})\.)+[\p{L}\p{N}\p{M}-]{2,63}$/u

/** What an eye doesn't see or what changes the direction of the text: with it two addresses look like one. */
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}]/u

/** An e-mail address as it was typed, without the space around it. */
export const Email = z
  .string()
  .trim()
  .max(EMAIL_MAX)
  .refine((email) => isEmail(email), 'Use an e-mail address such as ada@example.com.')

const AccountPassword = z.string().min(ACCOUNT_PASSWORD.min).max(ACCOUNT_PASSWORD.max)
/** A password that is checked and not set: one that breaks today's rules is wrong, not ill-formed. */
const GivenPassword = z.string().max(ACCOUNT_PASSWORD.max)

function isEmail(email: string): boolean {
  return EMAIL.test(email) && !UNSEEN.test(email) && asciiDomain(email) !== null
}

/** An address in one case and one Unicode form. Until 2026-11 accounts were found by it. */
export function plainEmailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

/**
 * What two spellings of an address share: accounts are found by it. The domain is what browsers and mail servers make of it
 * (UTS 46), so that `bücher.example` and `xn--bcher-kva.example` are one.
 */
export function emailKey(email: string): string {
  const plain = plainEmailKey(email)
  const domain = EMAIL.test(plain) ? asciiDomain(plain) : null
  return domain === null ? plain : `${plain.slice(0, plain.lastIndexOf('@'))}@${domain}`
}

/** The domain of an address in ASCII; null where no domain is like that. */
function asciiDomain(email: string): string | null {
  try {
    return new URL(`http://${email.slice(email.lastIndexOf('@') + 1)}`).hostname
  } catch {
    return null
  }
}

/** Body of `POST /api/accounts`. */
export const SignUp = z.strictObject({ email: Email, password: AccountPassword })
export type SignUp = z.infer<typeof SignUp>

/** Body of `POST /api/session`. */
export const Credentials = z.strictObject({ email: z.string().max(EMAIL_MAX), password: GivenPassword })
export type Credentials = z.infer<typeof Credentials>

/** Body of `PATCH /api/account`. */
export const PasswordChange = z.strictObject({ password: GivenPassword, newPassword: AccountPassword })
export type PasswordChange = z.infer<typeof PasswordChange>

/** Body of the calls that ask for the password once more. */
export const Confirmation = z.strictObject({ password: GivenPassword })
export type Confirmation = z.infer<typeof Confirmation>

/** Body of `POST /api/account/recovery`. */
export const Recovery = z.strictObject({
  email: z.string().max(EMAIL_MAX),
  code: z.string().max(64),
  newPassword: AccountPassword,
})
export type Recovery = z.infer<typeof Recovery>

/** How an account is signed in to. A union, so that another way has its place. */
const AuthProvider = z.enum(['password'])

/** A facilitator's account, as its owner sees it. */
export const Account = z.object({
  accountId: z.string(),
  email: z.string(),
  createdAt: z.number(),
  authProvider: AuthProvider,
  /** Recovery codes that were not used yet. */
  recoveryCodesLeft: z.number(),
})
export type Account = z.infer<typeof Account>

/** The answer to signing up, and to recovering: the codes are shown this once. */
export const AccountWithCodes = Account.extend({ recoveryCodes: z.array(z.string()) })
export type AccountWithCodes = z.infer<typeof AccountWithCodes>

/** A place where the account is signed in. */
export const Session = z.object({
  sessionId: z.string(),
  /** Whether this is the one that asks. */
  current: z.boolean(),
  /** Such as `Firefox on Linux`. */
  device: z.string(),
  createdAt: z.number(),
  seenAt: z.number(),
  expiresAt: z.number(),
})
export type Session = z.infer<typeof Session>
