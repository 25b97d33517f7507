import { Octets } from './answers.ts'
import type { Calls } from './call.ts'
import { ResumeQuery } from './message.ts'
import { JOIN_REFUSALS } from './room-calls.ts'

/** The calls that open a connection to a room, and the sign that one types. */
export const CONNECTION_CALLS: Calls = {
  'GET /api/rooms/:id/realtime': {
    id: 'openSocket',
    topic: 'Connections',
    summary: 'Opens a WebSocket: the room’s events come down, and what one says goes up.',
    details:
      'The frames are those of `RoomFrame` and `ClientEvent`, and the close codes stand in `x-close-codes`. A program without cookies takes its seat in the same request, by the subprotocol `private-chat.join` and a `JoinOffer` behind it, as base64url without padding; then everything that refuses joining refuses this.',
    access: 'seat',
    query: ResumeQuery,
    answers: { 101: null },
    refusals: ['upgrade-required', 'slow-down', ...JOIN_REFUSALS],
  },
  'GET /api/rooms/:id/events': {
    id: 'openEventStream',
    topic: 'Connections',
    summary: 'Opens a stream of the room’s events, for networks that let no WebSocket through.',
    details:
      'The `data` of each event is a `RoomFrame`. It is resumed by `Last-Event-ID`, and ends with `event: close` where the room closed it. `HEAD` is refused.',
    access: 'seat',
    query: ResumeQuery,
    answers: { 200: Octets },
    media: ['text/event-stream'],
    refusals: ['slow-down'],
  },
  'POST /api/rooms/:id/typing': {
    id: 'announceTyping',
    topic: 'Connections',
    summary: 'Tells the others that one types, for who has no socket.',
    access: 'seat',
    body: 'empty',
    answers: { 204: null },
    refusals: ['slow-down'],
  },
}
