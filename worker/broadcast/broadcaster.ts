import type { ParticipantId } from '../../protocol/participant.ts'
import { sendFrame } from '../sockets/send.ts'
import type { Backpressure } from './backpressure.ts'
import { CatchUpCursors } from './catch-up-cursors.ts'
import type { Connection, ConnectionOwner } from './connection.ts'
import { type Cursor, isAfter, isFor, isShared, type OutgoingEvent, toFrames } from './event-queue.ts'

/** Where participants are found by their ids. */
export interface Owners<Owner extends ConnectionOwner> {
  get(participantId: ParticipantId): Owner | undefined
}

const NOBODY: readonly ParticipantId[] = []

/** Sends events to all connections. They are serialised once, and nothing is done for each socket except the sending. */
export class Broadcaster<Owner extends ConnectionOwner> {
  readonly #connections: ReadonlyMap<WebSocket, Connection<Owner>>
  readonly #backpressure: Backpressure
  /** How far the sockets are whose welcomes contain events that are still on their way. */
  readonly cursors = new CatchUpCursors()

  constructor(connections: ReadonlyMap<WebSocket, Connection<Owner>>, backpressure: Backpressure) {
    this.#connections = connections
    this.#backpressure = backpressure
  }

  /**
   * Broadcasts events, to each connection in one frame.
   * @param passed the newest events that everyone has, once these are sent
   */
  broadcastEvents(batch: readonly OutgoingEvent[], owners: Owners<Owner>, passed: Cursor): void {
    const frames = toFrames(batch.every(isShared) ? batch : batch.filter(isShared))
    const filtered = this.#findFilteredSockets(batch, owners)
    for (const socket of this.#connections.keys()) {
      if (filtered.size > 0 && filtered.has(socket)) continue
      for (const frame of frames) sendFrame(socket, frame)
    }
    for (const socket of filtered) this.#sendUnseenEvents(socket, batch)
    this.cursors.removePassed(passed)
    const now = Date.now()
    for (const event of batch)
      if (isShared(event)) this.#backpressure.recordBroadcast(event.seq, event.json.length, now)
  }

  /** Returns the sockets that don't get just the events that are for everybody. */
  #findFilteredSockets(batch: readonly OutgoingEvent[], owners: Owners<Owner>): ReadonlySet<WebSocket> {
    const filtered = new Set(this.cursors.sockets)
    for (const { exceptParticipantId, onlyParticipantIds } of batch) {
      const ids = onlyParticipantIds ?? (exceptParticipantId === null ? NOBODY : [exceptParticipantId])
      for (const id of ids) for (const socket of owners.get(id)?.sockets ?? []) filtered.add(socket)
    }
    return filtered
  }

  /** Sends one socket those of the events that are new to it and for its owner. */
  #sendUnseenEvents(socket: WebSocket, batch: readonly OutgoingEvent[]): void {
    const connection = this.#connections.get(socket)
    if (connection === undefined) return
    const { owner, readPosition } = connection
    const cursor = this.cursors.getCursor(socket)
    const unseen = batch.filter(
      (event) => isFor(event, owner.participantId) && (cursor === undefined || isAfter(cursor, event)),
    )
    for (const frame of toFrames(unseen)) sendFrame(socket, frame)
    // What a few get must not count as something that the others have not read.
    for (const event of unseen)
      if (!isShared(event)) this.#backpressure.recordDirectFrame(readPosition, event.json.length)
  }
}
