import * as z from 'zod'
import { toCursor } from '../../protocol/cursor.ts'

/** The number of a message in a path. */
const Seq = z
  .string()
  .regex(/^[1-9]\d{0,15}$/, 'A message has a whole number above 0.')
  .transform(toCursor)

/** The parameters of a path that names a message. */
export const MessagePath = z.object({ seq: Seq })
