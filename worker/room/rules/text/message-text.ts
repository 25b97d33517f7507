import { isBlank } from '../../../../protocol/blank-text.ts'
import { MESSAGE_MAX_BYTES } from '../../../../protocol/limits.ts'
import { ok, type Result, refused } from '../../../../protocol/refusal.ts'
import type { Encryption } from '../../../../protocol/room.ts'
import { byteLength } from '../../../../protocol/text.ts'

/** An envelope of each version of keys. That of version 2 names its epoch. */
const ENVELOPE = { 1: /^e1\.[A-Za-z0-9_-]+$/, 2: /^e2\.([1-9]\d{0,3})\.[A-Za-z0-9_-]+$/ } as const

/** One result for all texts, so that a message allocates none. */
const ACCEPTED: Result<void> = ok()

/**
 * Checks whether a room accepts this text. An encrypted room accepts envelopes only, so that no plaintext gets in by
 * mistake, and those of its version only, so that nobody is talked down to another.
 * @param epoch the current one; null where the keys are not of version 2
 */
export function checkText(text: string, encryption: Encryption, epoch: number | null = null): Result<void> {
  // A character is at most three bytes of UTF-8: most texts need no counting.
  if (text.length * 3 > MESSAGE_MAX_BYTES && byteLength(text) > MESSAGE_MAX_BYTES)
    return refused('message-too-long')
  if (encryption === 'e2ee') {
    const envelope = ENVELOPE[epoch === null ? 1 : 2].exec(text)
    if (envelope === null) return refused('plaintext-refused')
    const isStale = epoch !== null && Number(envelope[1]) !== epoch
    return isStale ? refused({ code: 'stale-epoch', epoch }) : ACCEPTED
  }
  if (!isBlank(text)) return ACCEPTED
  return refused({
    code: 'invalid-request',
    issues: [{ path: 'text', message: 'This shows nothing: write something first.' }],
  })
}
