import type {
  Account,
  AccountWithCodes,
  PasswordChange,
  Recovery,
  Session,
  SignUp,
} from '../../protocol/account.ts'
import type { Message } from '../../protocol/message.ts'
import type { Refusal, RefusalCode } from '../../protocol/refusal.ts'
import type { AccountRoom, OwnRoom, TranscriptFormat } from '../../protocol/schedule.ts'
import type { ApiOptions, Reply } from './api.ts'

/** Milliseconds a call may take: a password is hashed slowly on purpose, and an account may have hundreds of rooms. */
const CALL_DEADLINE = 30_000

/** Body of `POST /api/account/rooms`, as it is sent: what has a default may be left out. */
export interface Plan {
  title: string
  opensAt?: number
  closesAt: number
  retainFor?: number
  capacity?: number | null
  password?: string | null
  encryption?: 'none' | 'e2ee'
  admission?: string
}

/** A transcript as JSON. */
export interface Transcript {
  room: AccountRoom
  messages: Message[]
}

export type AccountApi = ReturnType<typeof makeAccountApi>

/**
 * The calls of a facilitator. Written out, not made of the app's type as the room's are: these pages are loaded by few,
 * and the types of `protocol/` say the same.
 */
export function makeAccountApi({ base = '/', fetch: send = fetch }: ApiOptions = {}) {
  async function call<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    try {
      const response = await send(`${base}api/${path}`, {
        method,
        signal: AbortSignal.timeout(CALL_DEADLINE),
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      })
      if (response.status === 204) return { value: null as T }
      const said = (await response.json()) as { error?: { code: RefusalCode } }
      if (response.ok) return { value: said as T }
      // What has no code was said by something in between, such as a proxy.
      if (!said.error?.code) return { refusal: { code: 'unreachable' } }
      const retryAfter = Number(response.headers.get('retry-after') ?? 0)
      return { refusal: { retryAfter, ...said.error } as Refusal }
    } catch {
      return { refusal: { code: 'unreachable' } }
    }
  }
  const room = (id: string) => `account/rooms/${encodeURIComponent(id)}`

  return {
    signUp: (request: SignUp) => call<AccountWithCodes>('POST', 'accounts', request),
    signIn: (request: SignUp) => call<Account>('POST', 'session', request),
    recover: (request: Recovery) => call<AccountWithCodes>('POST', 'account/recovery', request),
    /** The account, and the session lives on. */
    account: () => call<Account>('GET', 'session'),
    signOut: () => call<null>('DELETE', 'session'),
    changePassword: (change: PasswordChange) => call<AccountWithCodes>('PATCH', 'account', change),
    erase: (password: string) => call<null>('DELETE', 'account', { password }),
    renewCodes: (password: string) =>
      call<{ recoveryCodes: string[] }>('POST', 'account/recovery-codes', { password }),
    sessions: () => call<{ sessions: Session[] }>('GET', 'account/sessions'),
    endSession: (id: string) => call<null>('DELETE', `account/sessions/${encodeURIComponent(id)}`),
    endOtherSessions: () => call<null>('DELETE', 'account/sessions'),
    rooms: () =>
      call<{ accountId: string; rooms: AccountRoom[]; serverTime: number }>('GET', 'account/rooms'),
    room: (id: string) => call<OwnRoom>('GET', room(id)),
    schedule: (plan: Plan) => call<AccountRoom>('POST', 'account/rooms', plan),
    change: (id: string, patch: Partial<Plan>) => call<AccountRoom>('PATCH', room(id), patch),
    close: (id: string) => call<AccountRoom>('POST', `${room(id)}/close`),
    remove: (id: string) => call<null>('DELETE', room(id)),
    transcript: (id: string) => call<Transcript>('GET', `${room(id)}/transcript?format=json`),
  }
}

/** Where a transcript is downloaded from. */
export function transcriptAddress(id: string, format: TranscriptFormat): string {
  return `/api/account/rooms/${encodeURIComponent(id)}/transcript?format=${format}`
}

/** Where everything of the account is downloaded from. */
export const EXPORT_ADDRESS = '/api/account/export'
