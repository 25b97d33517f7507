import { AccountRoomList, TranscriptFile } from './answers.ts'
import type { Calls } from './call.ts'
import { EpochList } from './epochs.ts'
import { AccountRoom, OwnEpochsQuery, OwnRoom, Schedule, SchedulePatch, TranscriptQuery } from './schedule.ts'

/** The calls about the rooms that a facilitator plans. */
export const PLAN_CALLS: Calls = {
  'GET /api/account/rooms': {
    id: 'fetchRooms',
    topic: 'Plans',
    summary: 'Lists the account’s rooms, the newest first.',
    access: 'account',
    answers: { 200: AccountRoomList },
    refusals: ['slow-down'],
  },
  'POST /api/account/rooms': {
    id: 'scheduleRoom',
    topic: 'Plans',
    summary: 'Plans a room.',
    access: 'account',
    body: Schedule,
    example: { title: 'Retrospective', opensAt: 1_799_996_400_000, closesAt: 1_800_000_000_000 },
    answers: { 201: AccountRoom },
    hasLocation: true,
    refusals: ['title-taken', 'too-many-rooms', 'room-id-taken'],
  },
  'GET /api/account/rooms/:id': {
    id: 'fetchOwnRoom',
    topic: 'Plans',
    summary: 'Returns one of the account’s rooms, with the hash that its invite links are checked against.',
    access: 'account',
    answers: { 200: OwnRoom },
    refusals: [],
  },
  'PATCH /api/account/rooms/:id': {
    id: 'changePlan',
    topic: 'Plans',
    summary: 'Changes one of the account’s rooms.',
    access: 'account',
    body: SchedulePatch,
    example: { title: 'Retrospective, again' },
    answers: { 200: AccountRoom },
    refusals: ['room-closed', 'title-taken', 'rotate-instead', 'participant-taken', 'room-full', 'slow-down'],
  },
  'DELETE /api/account/rooms/:id': {
    id: 'deleteRoom',
    topic: 'Plans',
    summary: 'Deletes one of the account’s rooms. Nothing of it is left.',
    access: 'account',
    answers: { 204: null },
    refusals: ['slow-down'],
  },
  'POST /api/account/rooms/:id/close': {
    id: 'closeRoom',
    topic: 'Plans',
    summary: 'Closes one of the account’s rooms now. Its messages are kept.',
    access: 'account',
    body: 'empty',
    answers: { 200: AccountRoom },
    refusals: ['room-not-open', 'slow-down'],
  },
  'GET /api/account/rooms/:id/epochs': {
    id: 'fetchOwnEpochs',
    topic: 'Plans',
    summary:
      'Returns the epochs of one of the account’s rooms, with the wraps of one of the facilitator’s seats.',
    access: 'account',
    query: OwnEpochsQuery,
    answers: { 200: EpochList },
    refusals: ['not-found', 'participant-not-found'],
  },
  'GET /api/account/rooms/:id/transcript': {
    id: 'fetchTranscript',
    topic: 'Plans',
    summary: 'Downloads everything that was said in one of the account’s rooms.',
    access: 'account',
    query: TranscriptQuery,
    answers: { 200: TranscriptFile },
    media: ['application/json', 'text/csv', 'text/markdown'],
    refusals: ['slow-down'],
  },
}
