import type { Calls } from './call.ts'
import {
  AdmitRequest,
  ManagedPatch,
  Participant,
  ParticipantList,
  ParticipantPatch,
  RemovalQuery,
} from './participant.ts'

/** The calls about those who have a seat, or wait for one at the door. */
export const PARTICIPANT_CALLS: Calls = {
  'GET /api/rooms/:id/participants': {
    id: 'fetchParticipants',
    topic: 'Participants',
    summary: 'Lists who has a seat, those first who have no connection.',
    access: 'managing',
    answers: { 200: ParticipantList },
    refusals: [],
  },
  'PATCH /api/rooms/:id/participants/me': {
    id: 'changeParticipant',
    topic: 'Participants',
    summary: 'Changes one’s own alias or card, or raises and lowers one’s own hand.',
    access: 'seat',
    body: ParticipantPatch,
    example: { alias: 'Ada Lovelace' },
    answers: { 200: Participant },
    refusals: ['alias-taken', 'muted', 'slow-down'],
  },
  'PATCH /api/rooms/:id/participants/:participantId': {
    id: 'manageParticipant',
    topic: 'Participants',
    summary: 'For hosts: makes somebody host or takes the role back, mutes them, or lowers their hand.',
    access: 'managing',
    body: ManagedPatch,
    example: { role: 'host' },
    answers: { 200: Participant },
    refusals: ['not-allowed', 'participant-not-found', 'last-host', 'slow-down'],
  },
  'DELETE /api/rooms/:id/participants/:participantId': {
    id: 'removeParticipant',
    topic: 'Participants',
    summary: 'For hosts: removes somebody for good, frees the seat of who is away, or turns away who waits.',
    access: 'managing',
    query: RemovalQuery,
    answers: { 204: null },
    refusals: ['not-allowed', 'participant-not-found', 'not-away'],
  },
  'POST /api/rooms/:id/participants/:participantId/admit': {
    id: 'admitParticipant',
    topic: 'Participants',
    summary: 'For hosts: lets in somebody who waits at the door.',
    access: 'managing',
    body: AdmitRequest,
    answers: { 204: null },
    refusals: ['not-allowed', 'participant-not-found', 'room-full', 'stale-epoch'],
  },
  'POST /api/rooms/:id/host': {
    id: 'claimHost',
    topic: 'Participants',
    summary: 'Becomes host where none has had a connection for 120 seconds.',
    access: 'seat',
    body: 'empty',
    answers: { 200: Participant },
    refusals: ['not-allowed', 'host-present'],
  },
}
