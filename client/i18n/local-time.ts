import { locale } from '#i18n/locale.ts'
import { makeDateFormat } from './index.ts'

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
  // as the platform takes them (`clockChangeAt` says how).
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

/** The reader's time zone by name, as it is at some time: `Europe/Berlin, CET` in winter. */
export function formatZone(at: number): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: 'short' }).formatToParts(at)
  const short = parts.find(({ type }) => type === 'timeZoneName')?.value
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return timeZone === short || !short ? timeZone : `${timeZone}, ${short}`
}

/** What a clock change makes of a time in a box: one that no clock shows, or one that it shows twice. */
interface ClockChange {
  is: 'skipped' | 'repeated'
  /** The instant that is meant by it: as long after the change as the time was skipped, or the first of the two. */
  meant: number
}

/**
 * Whether a clock change skips or repeats the time in a `datetime-local` box, and what is meant by it then.
 * @param timeZone the reader's own unless another is passed
 * @returns null where the box holds no time, or one like any other
 */
export function clockChangeAt(value: string, timeZone?: string): ClockChange | null {
  const clock = new Intl.DateTimeFormat(locale, { ...CLOCK, timeZone })
  const asUtc = Date.parse(`${value.slice(0, 16)}Z`)
  if (!Number.isFinite(asUtc)) return null
  /** Milliseconds by which the clocks are ahead of UTC then. */
  const aheadAt = (instant: number) => shownBy(clock, instant) - instant
  // Clocks that change do so once within two days.
  const [before, after] = [aheadAt(asUtc - DAY_MS), aheadAt(asUtc + DAY_MS)]
  const instants = [asUtc - before, asUtc - after].filter((instant) => shownBy(clock, instant) === asUtc)
  if (instants.length === 0) return { is: 'skipped', meant: asUtc - before }
  return before === after || instants.length === 1 ? null : { is: 'repeated', meant: Math.min(...instants) }
}

const DAY_MS = 86_400_000

const CLOCK: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  // They are read as numbers, not shown.
  calendar: 'gregory',
  numberingSystem: 'latn',
}

/** What a clock shows at an instant, as if it were UTC. */
function shownBy(clock: Intl.DateTimeFormat, instant: number): number {
  const shown: Record<string, number> = {}
  for (const { type, value } of clock.formatToParts(instant)) shown[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' }
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }
const ZONE: Intl.DateTimeFormatOptions = { timeZoneName: 'short' }

/** The year, where an instant is in another one than now. */
function yearOf(instant: number, now: number): Intl.DateTimeFormatOptions {
  return new Date(instant).getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' }
}

/** An instant such as `Fri, 27 Nov, 14:00`; with the year where that is another one. */
export function formatInstant(instant: number, now: number): string {
  return makeDateFormat({ ...DAY, ...TIME, ...yearOf(instant, now) })(instant)
}

/** The same with the name of the reader's zone, for readers elsewhere: `Fri, 27 Nov, 14:00 CET`. */
export function formatInstantInZone(instant: number, now: number): string {
  return makeDateFormat({ ...DAY, ...TIME, ...ZONE, ...yearOf(instant, now) })(instant)
}

/** A time alone with the name of the zone: after a clock change it is another one. */
export function formatTimeInZone(instant: number): string {
  return makeDateFormat({ ...TIME, ...ZONE })(instant)
}

/** The later end of a span: its time alone where the day is the same. */
export function formatEnd(from: number, to: number, now: number): string {
  const isSameDay = new Date(from).toDateString() === new Date(to).toDateString()
  return isSameDay ? makeDateFormat(TIME)(to) : formatInstant(to, now)
}

/** A day such as `21 November 2026`. */
export function formatDay(instant: number): string {
  return makeDateFormat({ day: 'numeric', month: 'long', year: 'numeric' })(instant)
}

/** A day within a year such as `21 Nov`. */
export function formatShortDay(instant: number): string {
  return makeDateFormat({ day: 'numeric', month: 'short' })(instant)
}
