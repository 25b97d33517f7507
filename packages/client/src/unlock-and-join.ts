import type { EpochLink } from '../../../client/crypto/epoch-link.ts'
import type { LinkKey } from '../../../client/crypto/link-key.ts'
import type { RoomApi } from '../../../client/net/room-api.ts'
import type { Timers } from '../../../client/net/timers.ts'
import { retryDelay } from '../../../client/room/join-retry.ts'
import { joinRoom } from '../../../client/room/join-room.ts'
import type { UnlockRotatingOptions } from '../../../client/room/keys/unlock-rotating.ts'
import type { EntryAnswer, Prompt } from '../../../client/room/room-stage.ts'
import type { Seat as TakenSeat } from '../../../client/room/seat.ts'
import { unlockRoom } from '../../../client/room/unlock.ts'
import type { JoinValue, Unlocked, WaitingValue } from '../../../client/room/unlocked.ts'
import { done, type Outcome, refuse } from './refusal.ts'

/** Times that joining is tried where the room says that it may work in a moment. */
const TRIES = 4

/** What somebody comes in with. */
export interface UnlockAndJoinOptions extends Omit<UnlockRotatingOptions, 'link'> {
  api: RoomApi
  linkKey: LinkKey | null
  epochLink: EpochLink | null
  answer: EntryAnswer
  seat: Pick<TakenSeat, 'takeSeat'>
  timers: Timers
  signal?: AbortSignal | undefined
}

/** What came of it: a seat, or a place at the door. */
export type Arrival = { unlocked: Unlocked } & (
  | { is: 'joined'; value: JoinValue }
  | { is: 'waiting'; value: WaitingValue }
)

/** Finds out what a room is encrypted with, and takes a seat; or waits at its door. */
export async function unlockAndJoin(options: UnlockAndJoinOptions): Promise<Outcome<Arrival>> {
  const { api, roomId, seat, timers, signal } = options
  // Whoever runs a script knows what it does: it is not asked whether it knows that a transcript is kept.
  const answer = { ...options.answer, greeted: true }
  for (let failures = 0; ; failures += 1) {
    if (signal?.aborted) return refuse('aborted')
    const unlocked = await unlockRoom({ ...options, link: options.epochLink, greeted: true })
    if (unlocked.prompt) return refusePrompt(unlocked.prompt)
    if (unlocked.refusal) return refuse(unlocked.refusal)
    const joined = await joinRoom({ roomId, api, seat, entry: unlocked.value, answer })
    if (joined.is === 'prompted') return refusePrompt(joined.prompt)
    if (joined.is !== 'refused') return done({ ...joined, unlocked: unlocked.value })
    const { refusal } = joined
    const delay = refusal.code === 'unreachable' ? null : retryDelay(refusal, failures, Math.random)
    if (delay === null || failures + 1 === TRIES) return refuse(refusal)
    await wait(timers, delay, signal)
  }
}

function refusePrompt(prompt: Prompt): ReturnType<typeof refuse> {
  if (prompt.is === 'refused') return refuse({ code: prompt.code })
  return refuse(prompt.is === 'invite-link' ? 'bad-link' : 'internal')
}

/** Waits, or less where the call is given up. */
export function wait(timers: Timers, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      cancel()
      signal?.removeEventListener('abort', finish)
      resolve()
    }
    const cancel = timers.after(ms, finish)
    signal?.addEventListener('abort', finish)
  })
}
