import * as z from 'zod'

/** How far a client is, in a query: a `seq`, a `rev` or an epoch. */
export const Cursor = z
  .string()
  .regex(/^\d{1,16}$/, 'Use a whole number, 0 or above.')
  .transform(toCursor)

/** Returns the number that digits name, as far as it can be counted with. */
export function toCursor(digits: string): number {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER)
}
