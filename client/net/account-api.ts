import type { PasswordChange, Recovery, SignUp } from '../../protocol/account.ts'
import type { TranscriptFile } from '../../protocol/answers.ts'
import type { ParticipantId } from '../../protocol/participant.ts'
import type { TranscriptFormat } from '../../protocol/schedule.ts'
import { type HttpOptions, type Input, makeHttp, type Reply } from './http.ts'

/** Milliseconds a call may take: a password is hashed slowly on purpose, and an account may have hundreds of rooms. */
const CALL_DEADLINE = 30_000

/** Body of `POST /api/account/rooms`, as it is sent: what has a default may be left out. */
export type Plan = Input<'POST /api/account/rooms'>['json']

/** Body of `PATCH /api/account/rooms/:id`, as it is sent. */
type PlanPatch = Input<'PATCH /api/account/rooms/:id'>['json']

export type AccountApi = ReturnType<typeof makeAccountApi>

/** The calls of a facilitator. */
export function makeAccountApi(options: HttpOptions = {}) {
  const call = makeHttp(options, CALL_DEADLINE)
  const at = (id: string) => ({ param: { id } })

  return {
    signUp: (json: SignUp) => call('POST /api/accounts', { json }),
    signIn: (json: SignUp) => call('POST /api/session', { json }),
    recoverAccount: (json: Recovery) => call('POST /api/account/recovery', { json }),
    /** The account, and the session lives on. */
    fetchAccount: () => call('GET /api/session', {}),
    signOut: () => call('DELETE /api/session', {}),
    changePassword: (json: PasswordChange) => call('PATCH /api/account', { json }),
    deleteAccount: (password: string) => call('DELETE /api/account', { json: { password } }),
    renewRecoveryCodes: (password: string) =>
      call('POST /api/account/recovery-codes', { json: { password } }),
    fetchSessions: () => call('GET /api/account/sessions', {}),
    endSession: (id: string) => call('DELETE /api/account/sessions/:sessionId', { param: { sessionId: id } }),
    endOtherSessions: () => call('DELETE /api/account/sessions', {}),
    fetchRooms: () => call('GET /api/account/rooms', {}),
    fetchOwnRoom: (id: string) => call('GET /api/account/rooms/:id', at(id)),
    /** The epochs above `after`, with the wraps of one of the facilitator's own seats. */
    fetchOwnEpochs: (id: string, participantId: ParticipantId, after: number) =>
      call('GET /api/account/rooms/:id/epochs', { ...at(id), query: { participantId, after } }),
    scheduleRoom: (json: Plan) => call('POST /api/account/rooms', { json }),
    changeRoom: (id: string, json: PlanPatch) => call('PATCH /api/account/rooms/:id', { ...at(id), json }),
    closeRoom: (id: string) => call('POST /api/account/rooms/:id/close', at(id)),
    deleteRoom: (id: string) => call('DELETE /api/account/rooms/:id', at(id)),
    fetchTranscript: (id: string): Promise<Reply<TranscriptFile>> =>
      call('GET /api/account/rooms/:id/transcript', { ...at(id), query: { format: 'json' } }),
  }
}

/** Where a transcript is downloaded from. */
export function transcriptAddress(id: string, format: TranscriptFormat): string {
  return `/api/account/rooms/${encodeURIComponent(id)}/transcript?format=${format}`
}

/** Where everything of the account is downloaded from. */
export const EXPORT_ADDRESS = '/api/account/export'
