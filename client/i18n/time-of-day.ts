import { makeDateFormat } from './index.ts'

const formatHour = makeDateFormat({ hour: 'numeric', minute: '2-digit' })
const formatDayAndHour = makeDateFormat({ weekday: 'long', hour: 'numeric', minute: '2-digit' })

/** Writes a time of day, such as `18:30`; with the weekday where that is another than today's. @param instant Unix milliseconds */
export function formatTimeOfDay(instant: number): string {
  const isToday = new Date(instant).toDateString() === new Date().toDateString()
  return (isToday ? formatHour : formatDayAndHour)(instant)
}
