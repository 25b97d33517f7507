import { CLOSE } from '../../protocol/close.ts'
import { type ParsedFrame, parseFrame } from '../sockets/parse-frame.ts'
import type { Backpressure } from './backpressure.ts'
import type { Connection, ConnectionOwner } from './connection.ts'
import type { Liveness } from './liveness.ts'
import type { MisbehaviourCode } from './misbehaving-sockets.ts'
import type { SocketRateLimits } from './socket-rate-limits.ts'

/** What a frame leaves to do, once everything that concerns its socket alone is done. */
export type ReceivedFrame =
  | Exclude<ParsedFrame, { kind: 'acknowledgement' | 'too-large' }>
  /** Nothing is left to do. */
  | { kind: 'handled' }
  /** The socket has to be closed. A participant that was sent too much to be answered gets the code `tooSlow`. */
  | { kind: 'misbehaved'; code: MisbehaviourCode }

const HANDLED: ReceivedFrame = { kind: 'handled' }

/** Does what concerns the socket of a frame alone: counts the frame, parses it, and takes an acknowledgement. */
export class FrameCheck {
  readonly #backpressure: Backpressure
  readonly #liveness: Liveness
  readonly #limits: SocketRateLimits

  constructor(backpressure: Backpressure, liveness: Liveness, limits: SocketRateLimits) {
    this.#backpressure = backpressure
    this.#liveness = liveness
    this.#limits = limits
  }

  /** Checks a frame. @param lastSeq the newest message that was sent @returns what is left to do */
  checkFrame(
    connection: Connection<ConnectionOwner>,
    frame: string | ArrayBuffer,
    now: number,
    lastSeq: number,
  ): ReceivedFrame {
    const { owner } = connection
    if (this.#limits.isFlooding(owner, now)) return { kind: 'misbehaved', code: CLOSE.flooding }
    if (this.#limits.getSpareCharacters(owner, now) < 0) return { kind: 'misbehaved', code: CLOSE.tooSlow }
    this.#liveness.recordFrame(connection, now)
    const parsed = parseFrame(frame)
    if (parsed.kind === 'too-large') return { kind: 'misbehaved', code: CLOSE.frameTooLarge }
    if (parsed.kind !== 'acknowledgement') return parsed
    this.#backpressure.acknowledgeSeq(connection.readPosition, parsed.seq, lastSeq)
    return HANDLED
  }
}
