import { commonTexts } from '#i18n/common.ts'

/** Seconds above which days are shown: a person who waits that long does not count minutes. */
const DAYS_ABOVE = 48 * 3600

/**
 * Milliseconds as `m:ss`, over an hour as `h:mm:ss`, over 48 hours as `3 days 4 h`; a started second counts as a whole one, as on
 * a kitchen timer.
 */
export function timeLeft(ms: number): string {
  const all = Math.max(0, Math.ceil(ms / 1000))
  const seconds = String(all % 60).padStart(2, '0')
  const minutes = Math.floor(all / 60) % 60
  const hours = Math.floor(all / 3600)
  if (all > DAYS_ABOVE) return commonTexts.days(Math.floor(hours / 24), hours % 24)
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
}
