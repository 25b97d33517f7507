import { readAttachment } from '../../sockets/attachment.ts'
import { RoomState, type RoomStateOptions } from './room-state.ts'

/**
 * Loads what the object knows after waking: from storage, and from the sockets that slept through.
 * @returns null where no room was created here; then nothing was written either
 */
export function loadState(options: RoomStateOptions, now: number): RoomState | null {
  const { store } = options
  const row = store.loadRoom()
  if (row === null) return null
  const state = new RoomState(options, row, store.messages.readNewest())
  const tokens = row.schedule === null ? null : store.facilitatorTokens.loadTokens()
  for (const participant of store.participants.loadParticipants())
    state.participants.restoreParticipant(participant, tokens?.get(participant.seatNumber))
  restoreConnections(state, options.ctx.getWebSockets(), now)
  restorePresence(state, now)
  return state
}

/** Takes in the sockets that slept through. */
function restoreConnections(state: RoomState, sockets: readonly WebSocket[], now: number): void {
  for (const socket of sockets) {
    const attachment = readAttachment(socket)
    const participant = attachment && state.participants.byId.get(attachment.participantId)
    if (!attachment || !participant || participant.isRemoved || socket.readyState !== WebSocket.OPEN) continue
    state.connections.restoreConnection(socket, participant, attachment, now)
    state.presence.restorePresent(participant)
  }
}

/** Decides who is present, and since when the others have no connection. */
function restorePresence(
  { settings, messages, participants, presence, relays, store }: RoomState,
  now: number,
): void {
  const isOpen = settings.phaseAt(now) === 'open'
  const lost: number[] = []
  for (const participant of participants.byId.values()) {
    const { seatNumber, relay, isRemoved } = participant
    // Its relay knows, and says so when it is wrong; until then what was stored counts.
    if (isOpen && relay !== null && !isRemoved && participant.idleSince === null) {
      presence.restorePresent(participant)
      relays.addPresent(relay, messages.lastSeq, true)
    }
    const isPresent = presence.isPresent(participant)
    if (isPresent) participant.idleSince = null
    if (isRemoved || isPresent || participant.idleSince !== null) continue
    // Its connection was lost with the object, which so never saw it close: its minute starts now. Where there is no limit,
    // it is never stored that somebody left.
    if (settings.row.capacity !== null || relay !== null) lost.push(seatNumber)
    participant.idleSince = now
  }
  if (lost.length > 0) store.participants.setIdleSince(lost, now, false)
}
