import { DestroyAnswer, JoinAnswer, TimeLeft } from './answers.ts'
import type { Calls } from './call.ts'
import { JoinRequest, LeaveRequest } from './participant.ts'
import type { RefusalCode } from './refusal.ts'
import { Room, RoomOptions, RoomPatch } from './room.ts'

/** What taking a seat is refused with, by its own call or together with a socket. */
export const JOIN_REFUSALS: readonly RefusalCode[] = [
  'password-required',
  'wrong-password',
  'wrong-link',
  'link-closed',
  'room-locked',
  'room-not-open',
  'room-closed',
  'removed',
  'room-full',
  'alias-taken',
  'participant-taken',
  'transcript-kept',
  'door-closed',
  'too-many-attempts',
  'busy',
]

/** The calls about a room itself: to make it, look at it, join and leave it, change it and end it. */
export const ROOM_CALLS: Calls = {
  'POST /api/rooms': {
    id: 'createRoom',
    topic: 'Rooms',
    summary: 'Makes a room.',
    details:
      'The cookie makes whoever joins with it the host. All of the body is optional: without one the room is for two, and lives ten minutes.',
    access: 'anyone',
    body: RoomOptions,
    example: { capacity: 5, lifetime: 3600, password: 'correct horse' },
    answers: { 201: Room },
    cookies: ['x-host-token'],
    hasLocation: true,
    refusals: ['room-id-taken', 'too-many-requests'],
  },
  'GET /api/rooms/:id': {
    id: 'fetchRoom',
    topic: 'Rooms',
    summary: 'Returns the room as anyone with the invite link may see it.',
    access: 'anyone',
    answers: { 200: Room },
    refusals: [],
  },
  'PATCH /api/rooms/:id': {
    id: 'changeRoom',
    topic: 'Rooms',
    summary: 'Changes the settings of a room: its lock, its end, its door, and who may speak.',
    access: 'managing',
    body: RoomPatch,
    example: { locked: true },
    answers: { 200: Room },
    cookies: ['x-auth-token', 'x-host-token'],
    refusals: ['not-allowed', 'slow-down'],
  },
  'DELETE /api/rooms/:id': {
    id: 'destroyRoom',
    topic: 'Rooms',
    summary: 'Destroys a room for everyone. Nothing of it is left.',
    access: 'managing',
    answers: { 200: DestroyAnswer },
    cookies: ['x-auth-token', 'x-host-token'],
    refusals: ['not-allowed'],
  },
  'GET /api/rooms/:id/ttl': {
    id: 'fetchTimeLeft',
    topic: 'Rooms',
    summary: 'Returns the whole seconds that the room has left, rounded up.',
    access: 'seat',
    answers: { 200: TimeLeft },
    refusals: [],
  },
  'POST /api/rooms/:id/join': {
    id: 'joinRoom',
    topic: 'Rooms',
    summary: 'Takes a seat in a room, or finds the one that the cookie proves.',
    details:
      'With a good `x-auth-token` it returns the same participant again and checks nothing else. At a closed door the answer has `role: "waiting"`: a host has to let them in.',
    access: 'visitor',
    body: JoinRequest,
    example: { alias: 'Ada', password: 'correct horse' },
    answers: { 200: JoinAnswer },
    cookies: ['x-auth-token', 'x-host-token'],
    refusals: JOIN_REFUSALS,
  },
  'POST /api/rooms/:id/leave': {
    id: 'leaveRoom',
    topic: 'Rooms',
    summary: 'Gives up the seat: it is free again, and so is an alias under which nobody spoke.',
    access: 'seat',
    body: LeaveRequest,
    answers: { 204: null },
    cookies: ['x-auth-token', 'x-host-token'],
    refusals: ['not-allowed', 'participant-not-found'],
  },
}
