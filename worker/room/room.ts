import { DurableObject } from 'cloudflare:workers'
import type { AccountId, SessionId } from '../../protocol/account.ts'
import type { EpochList, EpochRequest } from '../../protocol/epochs.ts'
import type { FileAnswer, FileId, FileRequest } from '../../protocol/files.ts'
import type {
  EditRequest,
  HistoryQuery,
  Message,
  MessageRequest,
  RevealedText,
} from '../../protocol/message.ts'
import type {
  AdmitRequest,
  JoinRequest,
  LeaveRequest,
  ManagedPatch,
  Participant,
  ParticipantId,
  ParticipantList,
  ParticipantPatch,
} from '../../protocol/participant.ts'
import type { Reactors } from '../../protocol/reactions.ts'
import type { Result } from '../../protocol/refusal.ts'
import type { Room as PublicRoom, RoomId, RoomOptions, RoomPatch } from '../../protocol/room.ts'
import type { AccountRoom, OwnRoom, Schedule, SchedulePatch } from '../../protocol/schedule.ts'
import type { Bindings } from '../env.ts'
import { logThrown } from '../log.ts'
import type { RelayToRoom, RelayToRoomAnswer } from '../relay-protocol/calls.ts'
import type { Region, RelayName } from '../relay-protocol/placement.ts'
import type { HostToken } from '../secrets/secret.ts'
import type { ReceivedReaction } from '../sockets/parse-frame.ts'
import { closeQuietly, disconnectCauseOf } from '../sockets/send.ts'
import { answerUpgrade, readUpgradeRequest } from '../sockets/upgrade-request.ts'
import { ChangeRequests } from './change-requests.ts'
import type { Credentials } from './credentials.ts'
import { DoorRequests } from './door-requests.ts'
import { FacilitatorRequests, type TranscriptPage } from './facilitator-requests.ts'
import { FileRequests } from './file-requests.ts'
import type { JoinResult } from './find-seat.ts'
import { HostRequests } from './host-requests.ts'
import { ManagementRequests } from './management-requests.ts'
import { ParticipantRequests } from './participant-requests.ts'
import type { StoredMessage } from './post-message.ts'
import { ReactionRequests } from './reaction-requests.ts'
import type { History } from './read-history.ts'
import { RotationRequests } from './rotation-requests.ts'
import { RoomRuntime } from './runtime.ts'
import type { SentChunk } from './state/room-files.ts'
import { type Standing, VisitorRequests } from './visitor-requests.ts'

/**
 * One room: it orders, stores and broadcasts messages until it ends. This class only lists the calls. The files of requests
 * decide who may make them, and the runtime decides when they run.
 */
export class Room extends DurableObject<Bindings> {
  readonly #runtime: RoomRuntime
  readonly #visitors: VisitorRequests
  readonly #participants: ParticipantRequests
  readonly #reactions: ReactionRequests
  readonly #files: FileRequests
  readonly #changes: ChangeRequests
  readonly #management: ManagementRequests
  readonly #facilitator: FacilitatorRequests
  readonly #rotation: RotationRequests
  readonly #hosts: HostRequests
  readonly #door: DoorRequests

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env)
    this.#runtime = new RoomRuntime(ctx, env)
    this.#visitors = new VisitorRequests(this.#runtime)
    this.#participants = new ParticipantRequests(this.#runtime)
    this.#reactions = new ReactionRequests(this.#runtime)
    this.#files = new FileRequests(this.#runtime)
    this.#changes = new ChangeRequests(this.#runtime)
    this.#management = new ManagementRequests(this.#runtime)
    this.#facilitator = new FacilitatorRequests(this.#runtime)
    this.#rotation = new RotationRequests(this.#runtime)
    this.#hosts = new HostRequests(this.#runtime)
    this.#door = new DoorRequests(this.#runtime)
  }

  /** Makes the room, where there is none with this id. The schema has checked `options`. */
  createRoom(roomId: RoomId, options: RoomOptions): Result<{ room: PublicRoom; hostToken: HostToken }> {
    return this.#visitors.createRoom(roomId, options)
  }

  /** Returns the room as anyone with the invite link may see it. */
  getPublicRoom(): Promise<Result<PublicRoom>> {
    return this.#visitors.getPublicRoom()
  }

  /** Checks whether a visitor of the room's page has a seat, or may take one, now or once the room opens. Takes none. */
  checkPageEntry(who: Credentials): Promise<Result<void>> {
    return this.#visitors.checkPageEntry(who)
  }

  /** Checks whether somebody has what a call takes, before its body is read. Changes nothing. */
  checkStanding(who: Credentials, standing: Standing): Promise<Result<void>> {
    return this.#visitors.checkStanding(who, standing)
  }

  /** Checks whether anybody has a seat at this relay. A token that names any other relay is made up, or out of date. */
  checkRelay(relay: RelayName): Promise<Result<void>> {
    return this.#visitors.checkRelay(relay)
  }

  /** Takes a seat, or finds the one that the token proves. @param region where the visitor is */
  joinRoom(who: Credentials, request: JoinRequest, region: Region = 'any'): Promise<Result<JoinResult>> {
    return this.#participants.joinRoom(who, request, region)
  }

  /** Changes a participant's alias, to one that nobody else has, or the card. */
  changeParticipant(who: Credentials, patch: ParticipantPatch): Promise<Result<Participant>> {
    return this.#participants.changeParticipant(who, patch)
  }

  /** Frees the seat of a participant who leaves. Returns the room as it is afterwards. */
  leaveRoom(who: Credentials, request: LeaveRequest = {}): Promise<Result<PublicRoom>> {
    return this.#hosts.leaveRoom(who, request)
  }

  /** Makes a participant host, where no host has been here for a while. */
  claimHost(who: Credentials): Promise<Result<Participant>> {
    return this.#hosts.claimHost(who)
  }

  /** Returns how many whole seconds the room has left. */
  getTimeLeft(who: Credentials): Promise<Result<{ ttl: number }>> {
    return this.#participants.getTimeLeft(who)
  }

  /** Returns a page of history. */
  readHistory(who: Credentials, query: HistoryQuery): Promise<Result<History>> {
    return this.#participants.readHistory(who, query)
  }

  /** Stores a message that came over HTTP, and broadcasts it. */
  postMessage(who: Credentials, request: MessageRequest): Promise<Result<StoredMessage>> {
    return this.#participants.postMessage(who, request)
  }

  /** Replaces the text of a message. */
  editMessage(who: Credentials, seq: number, request: EditRequest): Promise<Result<Message>> {
    return this.#changes.editMessage(who, seq, request)
  }

  /** Reveals the text of a message that is read once. */
  revealText(who: Credentials, seq: number): Promise<Result<RevealedText>> {
    return this.#changes.revealText(who, seq)
  }

  /** Takes a message back. */
  takeBackMessage(who: Credentials, seq: number): Promise<Result<void>> {
    return this.#changes.takeBackMessage(who, seq)
  }

  /** Gives a reaction to a message, or takes it back. */
  setReaction(who: Credentials, reaction: ReceivedReaction): Promise<Result<void>> {
    return this.#reactions.setReaction(who, reaction)
  }

  /** Lists who gave which reaction to a message. */
  listReactors(who: Credentials, seq: number): Promise<Result<Reactors>> {
    return this.#reactions.listReactors(who, seq)
  }

  /** Closes a message to reactions, or opens it again. */
  setClosed(who: Credentials, seq: number, isClosed: boolean): Promise<Result<void>> {
    return this.#reactions.setClosed(who, seq, isClosed)
  }

  /** Announces a file. */
  announceFile(who: Credentials, request: FileRequest): Promise<Result<FileAnswer>> {
    return this.#files.announceFile(who, request)
  }

  /** Stores a chunk of a file. */
  storeChunk(who: Credentials, chunk: SentChunk): Promise<Result<void>> {
    return this.#files.storeChunk(who, chunk)
  }

  /** Returns the octets of a chunk of a file. */
  readChunk(who: Credentials, fileId: FileId, index: number): Promise<Result<ArrayBuffer>> {
    return this.#files.readChunk(who, fileId, index)
  }

  /** Announces to the others that a participant is typing. */
  announceTyping(who: Credentials): Promise<Result<void>> {
    return this.#participants.announceTyping(who)
  }

  /** Ends the room now. Answers once nothing of it is left. */
  destroyRoom(who: Credentials): Promise<Result<void>> {
    return this.#management.destroyRoom(who)
  }

  /** Returns who has a seat, and, of those who have no connection, since when. */
  listParticipants(who: Credentials): Promise<Result<ParticipantList>> {
    return this.#management.listParticipants(who)
  }

  /** Lets in somebody who waits at the door. */
  admitParticipant(
    who: Credentials,
    participantId: ParticipantId,
    request: AdmitRequest,
  ): Promise<Result<void>> {
    return this.#door.admitParticipant(who, participantId, request)
  }

  /** Removes a participant, who may not come back with that token. Turns away somebody who waits. */
  removeParticipant(who: Credentials, participantId: ParticipantId): Promise<Result<void>> {
    return this.#management.removeParticipant(who, participantId)
  }

  /** Turns away somebody who waits at the door, and nobody who was let in meanwhile. */
  turnAway(who: Credentials, participantId: ParticipantId): Promise<Result<void>> {
    return this.#management.turnAway(who, participantId)
  }

  /** Frees the seat of a participant who is away, and who may come back. */
  freeSeat(who: Credentials, participantId: ParticipantId): Promise<Result<void>> {
    return this.#management.freeSeat(who, participantId)
  }

  /** Changes the role of a participant, mutes them or lowers their hand. */
  changeManaged(
    who: Credentials,
    participantId: ParticipantId,
    patch: ManagedPatch,
  ): Promise<Result<Participant>> {
    return this.#hosts.changeManaged(who, participantId, patch)
  }

  /** Rotates the keys of the room. */
  rotateKeys(who: Credentials, request: EpochRequest): Promise<Result<PublicRoom>> {
    return this.#rotation.rotateKeys(who, request)
  }

  /** Returns the epochs above `after`, as the asker is given them. */
  listEpochs(who: Credentials, after: number): Promise<Result<EpochList>> {
    return this.#rotation.listEpochs(who, after)
  }

  /** Locks or unlocks the room, or sets another end. */
  changeSettings(who: Credentials, patch: RoomPatch): Promise<Result<PublicRoom>> {
    return this.#management.changeSettings(who, patch)
  }

  /** Makes a room for an account. The account has checked the plan. */
  createPlannedRoom(roomId: RoomId, accountId: AccountId, plan: Schedule): Result<AccountRoom> {
    return this.#facilitator.createPlannedRoom(roomId, accountId, plan)
  }

  /** Returns the room as its facilitator sees it. */
  describeRoom(accountId: AccountId): Promise<Result<AccountRoom>> {
    return this.#facilitator.describeRoom(accountId)
  }

  /** Returns the room as its facilitator sees it, with the hash of the secret in its invite link. */
  describeOwnRoom(accountId: AccountId): Promise<Result<OwnRoom>> {
    return this.#facilitator.describeOwnRoom(accountId)
  }

  /** Lists the epochs above `after`, with the wraps of a seat of the facilitator. */
  listOwnEpochs(
    accountId: AccountId,
    participantId: ParticipantId,
    after: number,
  ): Promise<Result<EpochList>> {
    return this.#facilitator.listOwnEpochs(accountId, participantId, after)
  }

  /** Makes the changes of a plan that its facilitator asks for, and announces them. @param sessionId the session that asks */
  changePlan(accountId: AccountId, patch: SchedulePatch, sessionId: SessionId): Promise<Result<AccountRoom>> {
    return this.#facilitator.changePlan(accountId, patch, sessionId)
  }

  /**
   * Records that sessions of the account have ended. A second call with the same sessions changes nothing.
   * @param isRevoked whether the account has another password now: then no token of these sessions, or of any that ended
   *   before, proves a seat any more
   */
  endSessions(accountId: AccountId, ended: SessionId[], isRevoked: boolean): Promise<Result<void>> {
    return this.#facilitator.endSessions(accountId, ended, isRevoked)
  }

  /** Closes an open room now. Its facilitator can read it for as long as it is kept. */
  closeRoom(accountId: AccountId): Promise<Result<AccountRoom>> {
    return this.#facilitator.closeRoom(accountId)
  }

  /** Ends the account's room. Answers once nothing of it is left, also where there was nothing. */
  deleteRoom(accountId: AccountId): Promise<void> {
    return this.#facilitator.deleteRoom(accountId)
  }

  /** Returns a page of everything that was said, for the facilitator: the oldest messages above `after`. */
  readTranscript(accountId: AccountId, after: number): Promise<Result<TranscriptPage>> {
    return this.#facilitator.readTranscript(accountId, after)
  }

  /** Answers an upgrade to a WebSocket. The Worker has checked its `Origin`. */
  override async fetch(request: Request): Promise<Response> {
    return answerUpgrade(await this.#participants.openSocket(readUpgradeRequest(request)))
  }

  /** Handles what a relay passes on. */
  receiveRelayBatch(call: RelayToRoom): Promise<RelayToRoomAnswer> {
    return this.#runtime.handleRelayBatch(call)
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void {
    this.#runtime.receiveFrame(socket, frame)
  }

  override webSocketClose(socket: WebSocket, code: number, _: string, wasClean: boolean): void {
    logThrown('socket-handler-failed', () =>
      this.#runtime.handleSocketClose(socket, disconnectCauseOf(code, wasClean), code),
    )
    closeQuietly(socket, 1000, '')
  }

  override webSocketError(socket: WebSocket): void {
    logThrown('socket-handler-failed', () => this.#runtime.handleSocketClose(socket, 'cut'))
  }

  override alarm(): Promise<void> {
    return this.#runtime.runAlarm()
  }
}
