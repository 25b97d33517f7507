import type { Refusal } from '../../protocol/refusal.ts'
import type { Unreachable } from '../net/http.ts'
import type { RoomApi } from '../net/room-api.ts'
import { findGreeting, greetFirst } from './greet-first.ts'
import { rotatingOf } from './keys/rotating-cipher.ts'
import type { EntryAnswer, Prompt } from './room-stage.ts'
import type { Seat } from './seat.ts'
import type { JoinValue, Unlocked, WaitingValue } from './unlocked.ts'

/** What came of joining. */
export type Joined =
  | { is: 'joined'; value: JoinValue }
  /** The visitor waits at the door. */
  | { is: 'waiting'; value: WaitingValue }
  /** The visitor has to answer something first. */
  | { is: 'prompted'; prompt: Prompt }
  | { is: 'refused'; refusal: Refusal | Unreachable }

/** Refusals after which somebody new may get in. */
const OBSTACLES: Partial<Record<string, 'seat-taken' | 'dead-link'>> = {
  'participant-taken': 'seat-taken',
  'wrong-link': 'dead-link',
  'link-closed': 'dead-link',
}

interface JoinOptions {
  roomId: string
  api: RoomApi
  seat: Pick<Seat, 'takeSeat'>
  entry: Unlocked
  /** All that the visitor has answered so far. */
  answer: EntryAnswer
}

/** Takes a seat with what was unlocked. Where the seat can't be used, it is given back and asked for once more. */
export async function joinRoom(options: JoinOptions): Promise<Joined> {
  const { roomId, api, seat, entry, answer } = options
  const request = await entry.makeRequest(answer)
  const asked = entry.cipher ? greetFirst(answer) : {}
  const { value: answered, refusal } = await seat.takeSeat({ ...request, ...asked })
  const obstacle = refusal && OBSTACLES[refusal.code]
  if (obstacle && (await entry.startAnew?.(obstacle))) return joinRoom(options)
  const greeting = refusal && (await findGreeting(api, roomId, refusal))
  if (greeting?.ok) return { is: 'prompted', prompt: greeting.value }
  if (refusal) return refuse(entry, greeting?.refusal ?? refusal)
  const { role } = answered
  // The word alone: its constant stands beside schemas, and no page loads what checks those.
  if (role === 'waiting') {
    const waiting = await entry.takeKnock?.(answered)
    return waiting?.refusal ? refuse(entry, waiting.refusal) : { is: 'waiting', value: answered }
  }
  const value: JoinValue = { ...answered, role }
  const taken = await entry.takeAnswer?.(value)
  if (taken?.refusal) return refuse(entry, taken.refusal)
  if (taken?.value === 'no-key') return { is: 'prompted', prompt: { is: 'refused', code: 'no-key' } }
  return taken?.value === 'again' ? joinRoom(options) : { is: 'joined', value }
}

function refuse(entry: Unlocked, refusal: Refusal | Unreachable): Joined {
  // A link of version 2 is whole, or is none: the key of this one was replaced.
  const isDead = refusal.code === 'wrong-link' && rotatingOf(entry.cipher)
  return isDead
    ? { is: 'prompted', prompt: { is: 'refused', code: 'link-closed' } }
    : { is: 'refused', refusal }
}
