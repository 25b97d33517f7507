import type { Calls } from './call.ts'
import { EpochList, EpochRequest, EpochsQuery } from './epochs.ts'
import { Room } from './room.ts'

/** The calls about the keys of a room of version 2. */
export const KEY_CALLS: Calls = {
  'POST /api/rooms/:id/epochs': {
    id: 'rotateKeys',
    topic: 'Keys',
    summary: 'Rotates the keys: begins the next epoch, and gives its key to those who read on.',
    details: 'Its body may have 256 KiB.',
    access: 'managing',
    body: EpochRequest,
    answers: { 200: Room },
    refusals: [
      'not-allowed',
      'not-found',
      'participant-not-found',
      'stale-epoch',
      'members-changed',
      'too-many-epochs',
      'slow-down',
    ],
  },
  'GET /api/rooms/:id/epochs': {
    id: 'fetchEpochs',
    topic: 'Keys',
    summary: 'Returns the epochs above `after`, the oldest 100, each with one’s own wrap.',
    access: 'seat',
    query: EpochsQuery,
    answers: { 200: EpochList },
    refusals: ['not-found'],
  },
}
