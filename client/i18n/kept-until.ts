import { makeDateFormat } from './index.ts'

/** Returns until when something is kept, in the reader's time zone with the zone's name: `Fri 4 Dec, 14:00 CET`. */
export const formatKeptUntil = makeDateFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  // The people who come and those who invited them may live in different zones.
  timeZoneName: 'short',
})
