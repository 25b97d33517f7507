import { toBase64Url } from './base64url.ts'
import type { EpochKeys } from './epoch-keys.ts'

/** Derives what pages compare, so that two halves of a room can't be given two keys unnoticed: 32 bytes in base64url. */
export async function deriveCheck(keys: EpochKeys): Promise<string> {
  return toBase64Url(await keys.deriveBytes('check'))
}
