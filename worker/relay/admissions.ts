import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { ConnectionOwner } from '../broadcast/connection.ts'
import type { ConnectionRegistry } from '../broadcast/connections.ts'
import { checkWait } from '../broadcast/token-bucket.ts'
import { claimParticipantId } from '../ids.ts'
import type { AdmittedParticipant } from '../relay-protocol/calls.ts'
import { parseToken } from '../secrets/token.ts'
import { acceptSocket } from '../sockets/accept.ts'
import { changeAttachment } from '../sockets/attachment.ts'
import type { UpgradeRequest } from '../sockets/upgrade-request.ts'
import type { AdmissionBuffer } from './admission-buffer.ts'
import type { DeliveryPosition } from './delivery-position.ts'
import type { Departures } from './departures.ts'
import type { RelayParticipants } from './relay-participants.ts'
import type { RoomLink } from './room-link.ts'

/** Who a token names that is none. */
const NOBODY = claimParticipantId('')

/** What admissions are made of. */
interface AdmissionsOptions {
  ctx: DurableObjectState
  connections: ConnectionRegistry<ConnectionOwner>
  participants: RelayParticipants
  position: DeliveryPosition
  buffer: AdmissionBuffer
  departures: Departures
  roomLink: RoomLink
  /** Whether the relay still serves the room. */
  isServing: () => boolean
  /** Called whenever the room has admitted somebody, before the socket is accepted. */
  onAdmitted: () => void
}

/** Opens sockets at a relay: the room admits each of them. */
export class Admissions {
  readonly #options: AdmissionsOptions

  constructor(options: AdmissionsOptions) {
    this.#options = options
  }

  /** Asks the room to admit an upgrade. Returns the answer to it, or why it is refused. */
  async requestAdmission(upgrade: UpgradeRequest, now: number): Promise<Result<Response>> {
    const { connections, participants, roomLink } = this.#options
    const { token, afterSeq, afterEpoch, afterRev, includeToken, protocol } = upgrade
    // The participant whom the token names. Until the room has checked the token, it only slows that participant down.
    const participantId = parseToken(token)?.participantId ?? NOBODY
    const rates = participants.findRates(participantId)
    const wait = checkWait(connections.getUpgradeWait(participantId, rates, now))
    if (!wait.ok) return wait
    const spareCharacters = connections.getSpareCharacters(rates, now)
    return new Promise((resolve) => {
      roomLink.requestAdmission({
        token,
        afterSeq,
        afterEpoch,
        afterRev,
        includeToken,
        spareCharacters,
        answer: (answer) => resolve(answer.ok ? this.#openSocket(answer.value, protocol) : answer),
      })
    })
  }

  /** Opens the socket of somebody whom the room has admitted. */
  #openSocket(admitted: AdmittedParticipant, protocol: string | null): Result<Response> {
    const { connections, participants, position, buffer, departures, roomLink } = this.#options
    const { participantId, welcome, cursor } = admitted
    // A removal, or the end of the room, may arrive before the room's answer.
    if (!this.#options.isServing() || buffer.isDisconnected(participantId))
      return refused('not-a-participant')
    this.#options.onAdmitted()
    const now = Date.now()
    const participant = participants.ensureParticipant(participantId)
    // Checked again: many of its upgrades may have come at once, and each was the only one until now.
    const wait = checkWait(connections.getUpgradeWait(participantId, participant, now))
    if (!wait.ok) {
      if (participant.sockets.size === 0)
        departures.removeParticipant(participant, { lastSeenAt: now, cause: 'cut' }, now)
      return wait
    }
    const replaced = connections.findReplacedSocket(participant)
    if (replaced) departures.closeReplacedSocket(replaced, now)
    // The first socket here has exactly what its welcome contains.
    if (connections.size === 0) position.raiseSeq(cursor.seq)
    const { response, socket } = acceptSocket(this.#options.ctx, participantId, protocol)
    connections.addConnection(socket, participant, now)
    roomLink.cancelLeave(participantId)
    connections.sendWelcome(socket, welcome, cursor)
    // What is on its way may be older than the seat. Also after a sleep this socket must not be sent it.
    if (cursor.seq > position.seq) changeAttachment(socket, { welcomedSeq: cursor.seq })
    connections.sendMissedEvents(socket, buffer.listMissedEvents(participantId, cursor))
    connections.storeDeliveredSeq(position.seq)
    return ok(response)
  }
}
