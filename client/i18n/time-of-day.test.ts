import { expect, test } from 'vitest'
import { formatTimeOfDay } from './time-of-day.ts'

test('a time of day names the day where it is another than today', () => {
  const noon = new Date()
  noon.setHours(12, 0, 0, 0)
  const [today, tomorrow] = [noon.getTime(), noon.setDate(noon.getDate() + 1)].map(formatTimeOfDay)
  expect(today).toMatch(/^12:00/)
  expect(tomorrow).toMatch(/^\p{L}+day\b.*12:00/u)
})
