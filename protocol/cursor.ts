import * as z from 'zod'

/** How far a client is, in a query: a `seq` or an epoch. */
export const Cursor = z
  .string()
  .regex(/^\d{1,16}$/, 'Use a whole number, 0 or above.')
  .transform((digits) => Math.min(Number(digits), Number.MAX_SAFE_INTEGER))
