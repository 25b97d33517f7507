import { CLOSE } from '../../protocol/close.ts'
import { refused } from '../../protocol/refusal.ts'
import { log } from '../log.ts'
import type { RelayToRoom, RelayToRoomAnswer } from '../relay-protocol/calls.ts'
import { closeQuietly } from '../sockets/send.ts'
import { type Phase, refusalIn } from './rules/phase.ts'
import type { RoomState } from './state/room-state.ts'

/** Something that came in: a frame over one of the room's own sockets, what a relay passes on, or a request. */
export type Incoming = IncomingFrame | IncomingRelayBatch | IncomingRequest

interface IncomingFrame {
  kind: 'frame'
  socket: WebSocket
  frame: string | ArrayBuffer
}

interface IncomingRelayBatch {
  kind: 'relay-batch'
  call: RelayToRoom
  /** Answers the relay. */
  answer: (answer: RelayToRoomAnswer) => void
  /** Reports to the relay that handling its call threw. */
  fail: (error: unknown) => void
}

interface IncomingRequest {
  kind: 'request'
  /** Does what is asked. @param state null where there is no room (any more) */
  run: (state: RoomState | null, now: number) => void
  /** Answers the request. */
  respond: () => void
  /** Reports that `run` threw. */
  fail: (error: unknown) => void
}

/** Items in one batch above which typing events are dropped: messages matter more. */
const BUSY_ABOVE = 64

/**
 * Handles all items of a batch, in order and in one synchronous stretch, so that they are one transaction.
 * @param state null where there is no room (any more)
 * @returns functions that answer the senders of the items. The caller calls them after everyone was sent what happened.
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
        incoming.kind === 'request'
          ? dispatchRequest(state, incoming, now)
          : state !== null && phase === 'open'
            ? dispatchToOpenRoom(state, incoming, isBusy, now)
            : refuseUnlessOpen(incoming, phase)
      if (answer) answers.push(answer)
    } catch (error) {
      // An item that fails must not take the others with it.
      log('message-dispatch-failed', error)
      if ('fail' in incoming) incoming.fail(error)
    }
  }
  return answers
}

function dispatchRequest(state: RoomState | null, request: IncomingRequest, now: number): () => void {
  request.run(state, now)
  return request.respond
}

function dispatchToOpenRoom(
  state: RoomState,
  incoming: IncomingFrame | IncomingRelayBatch,
  isBusy: boolean,
  now: number,
): (() => void) | null {
  if (incoming.kind === 'frame')
    return state.traffic.frames.dispatchFrame(incoming.socket, incoming.frame, isBusy, now)
  const answer = state.traffic.relayBatches.dispatchRelayBatch(incoming.call, isBusy, now)
  return () => incoming.answer(answer)
}

/** Answers what comes while the room is not open (any more). */
function refuseUnlessOpen(incoming: IncomingFrame | IncomingRelayBatch, phase: Phase): () => void {
  if (incoming.kind === 'relay-batch') return () => incoming.answer(refused(refusalIn(phase)))
  return () => closeQuietly(incoming.socket, CLOSE.gone, 'the room is gone')
}
