import { expect, test } from 'vitest'
import type { Retention } from '../../room/retention.ts'
import { retentionTexts } from './retention.ts'

const WEEK: Retention = { until: Date.UTC(2026, 11, 4, 13), after: 604_800, isReadable: false }
const TIME = /until Fri 4 Dec, \d\d:\d\d \S+/

test('who can read what is said, and until when with the zone, is in every sentence', () => {
  for (const text of [retentionTexts.kept, retentionTexts.beforeJoining, retentionTexts.changed]) {
    expect(text(WEEK)).toMatch(/^The facilitator can /)
    expect(text(WEEK)).toMatch(TIME)
    expect(text(WEEK)).not.toContain('runs this site')
    expect(text({ ...WEEK, isReadable: true })).toContain('and so can whoever runs this site.')
  }
  expect(retentionTexts.beforeJoining(WEEK)).toContain(
    '7 days after the room closes; if it closes at another time,',
  )
  expect(retentionTexts.beforeJoining({ ...WEEK, after: 0 })).toContain('all of it is deleted')
})
