import { ClientEvent, type ParsedClientEvent } from '../../protocol/client-events.ts'
import { FRAME_MAX_BYTES } from '../../protocol/connection-limits.ts'
import { byteLength } from '../../protocol/text.ts'

/** A message as a client sent it. */
export type ReceivedMessage = Extract<ParsedClientEvent, { event: 'chat.message' }>['data']

/** A reaction to a message as a client sent it. */
export type ReceivedReaction = Extract<ParsedClientEvent, { event: 'chat.react' }>['data']

/** What a client sent in a frame. */
export type ParsedFrame =
  | { kind: 'message'; message: ReceivedMessage }
  | { kind: 'reaction'; reaction: ReceivedReaction }
  | { kind: 'typing' }
  | { kind: 'acknowledgement'; seq: number }
  | { kind: 'too-large' }
  /** No event. `id` is the message's, where it had a readable one, so that its sender knows which message was refused. */
  | { kind: 'invalid'; id: string | undefined }

const TYPING: ParsedFrame = { kind: 'typing' }

/** Parses a frame: checks its size, then its form. */
export function parseFrame(frame: string | ArrayBuffer): ParsedFrame {
  if (typeof frame !== 'string') {
    return frame.byteLength > FRAME_MAX_BYTES ? { kind: 'too-large' } : { kind: 'invalid', id: undefined }
  }
  // A character is at least one byte and at most three of UTF-8: most frames need no counting.
  if (frame.length > FRAME_MAX_BYTES) return { kind: 'too-large' }
  if (frame.length * 3 > FRAME_MAX_BYTES && byteLength(frame) > FRAME_MAX_BYTES) return { kind: 'too-large' }
  let json: unknown
  try {
    json = JSON.parse(frame)
  } catch {
    return { kind: 'invalid', id: undefined }
  }
  const parsed = ClientEvent.safeParse(json)
  if (parsed.success) {
    const { event, data } = parsed.data
    if (event === 'chat.message') return { kind: 'message', message: data }
    if (event === 'chat.react') return { kind: 'reaction', reaction: data }
    return event === 'chat.ack' ? { kind: 'acknowledgement', seq: data.seq } : TYPING
  }
  const id = (json as { data?: { id?: unknown } } | null)?.data?.id
  return { kind: 'invalid', id: typeof id === 'string' && id.length <= 64 ? id : undefined }
}
