import { readAttachment } from '../../sockets/attachment.ts'
import { isMissedHost } from './idle-times.ts'
import { RoomState, type RoomStateOptions } from './room-state.ts'

/**
 * Loads what the object knows after waking: from storage, and from the sockets that stayed open while it slept.
 * @returns null where no room was created here; then it writes nothing either
 */
export function loadState(options: RoomStateOptions, now: number): RoomState | null {
  const { store } = options
  const row = store.loadRoom()
  if (row === null) return null
  const state = new RoomState(options, row, store.messages.readNewest())
  const tokens = row.schedule === null ? null : store.facilitatorTokens.loadTokens()
  for (const participant of store.participants.loadParticipants())
    state.participants.restoreParticipant(participant, tokens?.get(participant.seatNumber))
  state.waiting.loadVisitors()
  restoreConnections(state, options.ctx.getWebSockets(), now)
  restorePresence(state, now)
  // As below: the connection was lost together with the object.
  for (const visitor of state.waiting.byId.values())
    if (visitor.sockets.size === 0 && visitor.idleSince === null) state.waiting.setIdle(visitor, now)
  if (row.slow > 0) state.restoreSpokenTimes(now)
  return state
}

/** Restores the connections whose sockets stayed open while the object slept. */
function restoreConnections(state: RoomState, sockets: readonly WebSocket[], now: number): void {
  for (const socket of sockets) {
    const attachment = readAttachment(socket)
    if (!attachment || socket.readyState !== WebSocket.OPEN) continue
    const visitor = state.waiting.byId.get(attachment.participantId)
    if (visitor) state.doorSockets.restoreSocket(socket, visitor, attachment, now)
    const participant = state.participants.byId.get(attachment.participantId)
    if (!participant || participant.isRemoved) continue
    state.connections.restoreConnection(socket, participant, attachment, now)
    state.presence.restorePresent(participant)
  }
}

/** Restores who is present, and since when the others have no connection. */
function restorePresence(
  { settings, messages, participants, presence, relays, store }: RoomState,
  now: number,
): void {
  const isOpen = settings.phaseAt(now) === 'open'
  const lost: number[] = []
  for (const participant of participants.byId.values()) {
    const { seatNumber, relay, isRemoved } = participant
    // Who is connected at a relay only the relay knows. What was stored counts until the relay reports otherwise.
    if (isOpen && relay !== null && !isRemoved && participant.idleSince === null) {
      presence.restorePresent(participant)
      relays.addPresent(relay, messages.lastSeq, true)
    }
    const isPresent = presence.isPresent(participant)
    if (isPresent) participant.idleSince = null
    if (isRemoved || isPresent || participant.idleSince !== null) continue
    // The connection was lost together with the object, which never saw it close: the participant is away from now on. In a
    // room without a limit this is not stored, because a seat that was used may be kept there.
    const { row } = settings
    if (row.capacity !== null || relay !== null || isMissedHost(participant, row)) lost.push(seatNumber)
    participant.idleSince = now
  }
  const idleTime = { idleSince: now, hasClosed: false, connectedSince: null }
  if (lost.length > 0) store.participants.setIdleSince(lost, idleTime)
}
