import type { Arguments } from '../arguments.ts'
import { endWithUsage, type Read } from '../ending.ts'

/** Milliseconds of what may stand behind a `+`. */
const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

// Without a zone JavaScript takes a date for UTC and a time for local: so a zone has to be there.
const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/**
 * Returns the instant that an option says, in Unix milliseconds: with its zone (`2026-12-01T10:00+01:00`), or from now on (`+90m`).
 * @param now Unix milliseconds
 */
export function readInstant(args: Arguments, option: string, now: number): Read<number | undefined> {
  const text = args.readText(option)
  if (text === undefined) return { ok: true, value: undefined }
  const [, count, unit = ''] = /^\+(\d{1,6})([smhd])$/.exec(text) ?? []
  const instant = count === undefined ? Date.parse(text) : now + Number(count) * (UNITS[unit] ?? 0)
  if (Number.isFinite(instant) && (count !== undefined || WITH_ZONE.test(text)))
    return { ok: true, value: instant }
  return endWithUsage(
    `--${option} takes a time with its zone, as 2026-12-01T10:00+01:00, or one from now on, as +90m.`,
  )
}
