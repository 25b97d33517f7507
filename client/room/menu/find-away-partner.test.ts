import { expect, test } from 'vitest'
import { AWAY_SEAT_MS } from '../../../protocol/limits.ts'
import { readAwayPartner } from './find-away-partner.ts'

const ME = { participantId: 'me' }
const NOW = 1_000_000

/** How long the other one's seat is held who has been away for so many milliseconds; null where nobody is away. */
function waitFor(awayFor: number | null) {
  const other = { participantId: 'other', ...(awayFor !== null && { awaySince: NOW - awayFor }) }
  return readAwayPartner([ME, other], { me: 'me', now: NOW })
}

test('the seat of a partner is held until they have been away for a minute', () => {
  expect(waitFor(0)).toEqual({ participantId: 'other', wait: AWAY_SEAT_MS })
  expect(waitFor(AWAY_SEAT_MS - 1)?.wait).toBe(1)
  expect(waitFor(AWAY_SEAT_MS)?.wait).toBe(0)
  expect(waitFor(AWAY_SEAT_MS * 10)?.wait).toBe(0)
})

test('who is here, and who is alone, has no partner who is away', () => {
  expect(waitFor(null)).toBe(null)
  expect(readAwayPartner([{ ...ME, awaySince: 0 }], { me: 'me', now: NOW })).toBe(null)
})
