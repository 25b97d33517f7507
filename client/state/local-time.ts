const two = (number: number) => String(number).padStart(2, '0')

/** An instant as a `datetime-local` box holds it: minutes, in the reader's own time zone. */
export function toLocalInput(instant: number): string {
  const date = new Date(instant)
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The instant that such a box means; null where it holds none. */
export function fromLocalInput(value: string): number | null {
  // Without a zone ECMAScript reads date and time as local ones. Times that a clock change skips or doubles are taken
  // as the platform takes them, and shown again as what they became.
  const instant = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d/.test(value) ? new Date(value).getTime() : Number.NaN
  return Number.isFinite(instant) ? instant : null
}

/** The same time of day some days later, also where the clocks change in between. */
export function daysLater(instant: number, days: number): number {
  const date = new Date(instant)
  date.setDate(date.getDate() + days)
  return date.getTime()
}

/** An hour from now, at the next quarter. */
export function inAnHour(now: number): number {
  const quarter = 900_000
  return Math.ceil((now + 4 * quarter) / quarter) * quarter
}

/** The reader's time zone by name, as it is at some time: `Europe/Berlin, GMT+1` in winter. */
export function zoneName(at: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZoneName: 'short' }).formatToParts(at)
  const short = parts.find(({ type }) => type === 'timeZoneName')?.value
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return timeZone === short || !short ? timeZone : `${timeZone}, ${short}`
}

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' }
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }

/** An instant as it is read, such as `Fri, 27 Nov, 14:00`; with the year where that is another one. */
export function sayInstant(instant: number, now: number): string {
  const year = new Date(instant).getFullYear() === new Date(now).getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat('en-GB', { ...DAY, ...TIME, year }).format(instant)
}

/** The later end of a span: its time alone where the day is the same. */
export function sayEnd(from: number, to: number, now: number): string {
  const sameDay = new Date(from).toDateString() === new Date(to).toDateString()
  return sameDay ? new Intl.DateTimeFormat('en-GB', TIME).format(to) : sayInstant(to, now)
}

/** A day as it is read, such as `21 November 2026`. */
export function sayDay(instant: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(instant)
}
