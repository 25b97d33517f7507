export { type CreatedRoom, createRoom } from './create-room.ts'
export type { OverReason, RoomEvent, RoomEventName, RoomEvents, SessionStatus } from './events.ts'
export type {
  Facilitator,
  FacilitatorSession,
  Plan,
  PlanChange,
  PlannedRoom,
  TranscriptOptions,
} from './facilitator.ts'
export { type JoinRoomOptions, joinRoom } from './join-room.ts'
export type {
  FileToSend,
  Message,
  MessagePage,
  MessageQuery,
  Reaction,
  RoomFile,
  SendOptions,
} from './message.ts'
export type { Person, Role, Seated, Visitor } from './person.ts'
export { readRoom } from './read-room.ts'
export type { ClientRefusal, ClientRefusalCode, Outcome } from './refusal.ts'
export type { CreateRoomOptions, Room, RoomChange } from './room.ts'
export type { RoomSession } from './room-session.ts'
export type { Seat, SeatKeys } from './seat.ts'
export { type Credentials, resumeFacilitator, signIn, signUp } from './sign-in.ts'
