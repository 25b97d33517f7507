import { isBlank } from '../../../../protocol/blank-text.ts'
import { MESSAGE_MAX_BYTES } from '../../../../protocol/limits.ts'
import { ok, type Result, refused } from '../../../../protocol/refusal.ts'
import type { Encryption } from '../../../../protocol/room.ts'
import { byteLength } from '../../../../protocol/text.ts'

const ENVELOPE = /^e1\.[A-Za-z0-9_-]+$/

/** One result for all texts, so that a message allocates none. */
const ACCEPTED: Result<void> = ok()

/**
 * Checks whether a room accepts this text. An encrypted room accepts envelopes only, so that no plaintext gets in by
 * mistake.
 */
export function checkText(text: string, encryption: Encryption): Result<void> {
  // A character is at most three bytes of UTF-8: most texts need no counting.
  if (text.length * 3 > MESSAGE_MAX_BYTES && byteLength(text) > MESSAGE_MAX_BYTES)
    return refused('message-too-long')
  if (encryption === 'e2ee') return ENVELOPE.test(text) ? ACCEPTED : refused('plaintext-refused')
  if (!isBlank(text)) return ACCEPTED
  return refused({
    code: 'invalid-request',
    issues: [{ path: 'text', message: 'This shows nothing: write something first.' }],
  })
}
