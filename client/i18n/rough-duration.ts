import { formatDuration } from './index.ts'

const MINUTE = 60
const HOUR = 3_600

/** Returns seconds in words, rounded up to what one counts in: 61 minutes are two hours. */
export function formatRoughDuration(seconds: number): string {
  const unit = seconds > HOUR ? HOUR : seconds > MINUTE ? MINUTE : 1
  return formatDuration(Math.ceil(seconds / unit) * unit)
}
