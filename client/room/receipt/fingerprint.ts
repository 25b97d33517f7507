import { RECEIPT_MESSAGES, type SaidMessage } from './said-message.ts'

/** Digits of a fingerprint, and of each group in which they are read out: 66 bits. */
const DIGITS = 20
const GROUP = 5

/**
 * Makes what people compare after the end: it is equal for those who saw the same messages in the same order. Where newcomers
 * read nothing older it is over the newest message alone, as not all have more.
 * @param said the newest messages that this page has, oldest first, without a hole
 * @returns digits in groups; null where this page does not have enough of them
 */
export async function makeFingerprint(
  { roomId, history }: { roomId: string; history: 'all' | 'from-join' },
  said: readonly SaidMessage[],
): Promise<string | null> {
  const lastSeq = said.at(-1)?.seq ?? 0
  const isPartial = history === 'from-join'
  if (isPartial && lastSeq === 0) return null
  const count = isPartial ? 1 : Math.min(lastSeq, RECEIPT_MESSAGES)
  if (said.length < count) return null
  const lines = said
    .slice(said.length - count)
    .map(({ seq, participantId, id }) => `${seq} ${participantId} ${id}`)
  const text = ['private-chat receipt 1', roomId, ...lines].join('\n')
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  const number = hash.slice(0, 16).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const digits = String(number % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0')
  return digits.match(new RegExp(`.{${GROUP}}`, 'g'))?.join(' ') ?? null
}
