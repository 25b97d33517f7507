import { CLOSE } from '../../protocol/close.ts'
import { refused } from '../../protocol/refusal.ts'
import { log } from '../log.ts'
import type { RelayToRoom, RelayToRoomAnswer } from '../relay-protocol/calls.ts'
import { closeQuietly } from '../sockets/send.ts'
import { type Phase, refusalIn } from './rules/phase.ts'
import type { RoomState } from './state/room-state.ts'

/** Something that came in: a frame over a socket of the room's own, what a relay passes on, or a request. */
export type Incoming =
  | { socket: WebSocket; frame: string | ArrayBuffer }
  | { call: RelayToRoom; answer: (answer: RelayToRoomAnswer) => void; fail: (error: unknown) => void }
  | { request: QueuedRequest; fail: (error: unknown) => void }

/** A request that is dealt with together with everything else that comes in at once. */
export interface QueuedRequest {
  /** Does what is asked. @param state null where there is no room (any more) */
  run: (state: RoomState | null, now: number) => void
  /** Answers, once everyone was sent what happened. */
  respond: () => void
}

/** Things that come in at once above which typing is dropped: there are messages to deal with. */
const BUSY_ABOVE = 64

/**
 * Deals with all of a batch, in order, in one synchronous stretch: that makes it one transaction.
 * @param state null where there is no room (any more)
 * @returns what answers each of them alone, once everyone was sent what happened
 */
export function dispatchBatch(
  state: RoomState | null,
  batch: readonly Incoming[],
  now: number,
): (() => void)[] {
  const phase = state?.settings.phaseAt(now) ?? 'gone'
  const isBusy = batch.length > BUSY_ABOVE
  const answers: (() => void)[] = []
  for (const incoming of batch) {
    try {
      const answer =
        'request' in incoming
          ? dispatchRequest(state, incoming.request, now)
          : state !== null && phase === 'open'
            ? dispatchToOpenRoom(state, incoming, isBusy, now)
            : refuseEnded(incoming, phase)
      if (answer) answers.push(answer)
    } catch (error) {
      // One of them must not take the others with it.
      log('message-dispatch-failed', error)
      if ('fail' in incoming) incoming.fail(error)
    }
  }
  return answers
}

type FromSocket = Exclude<Incoming, { request: QueuedRequest }>

function dispatchRequest(state: RoomState | null, request: QueuedRequest, now: number): () => void {
  request.run(state, now)
  return request.respond
}

function dispatchToOpenRoom(
  state: RoomState,
  incoming: FromSocket,
  isBusy: boolean,
  now: number,
): (() => void) | null {
  if ('socket' in incoming)
    return state.traffic.frames.dispatchFrame(incoming.socket, incoming.frame, isBusy, now)
  const answer = state.traffic.relayBatches.dispatchRelayBatch(incoming.call, isBusy, now)
  return () => incoming.answer(answer)
}

/** Answers where the room is not open (any more). */
function refuseEnded(incoming: FromSocket, phase: Phase): () => void {
  if ('call' in incoming) return () => incoming.answer(refused(refusalIn(phase)))
  return () => closeQuietly(incoming.socket, CLOSE.gone, 'the room is gone')
}
