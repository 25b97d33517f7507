import type { VoteDetails } from '../../protocol/message.ts'
import { byteLength } from '../../protocol/text.ts'
import { decryptBytes, encryptBytes } from './aes.ts'
import { encodeLines } from './associated-data.ts'
import type { EpochKeys } from './epoch-keys.ts'
import type { MessageFile } from './message-file.ts'
import { MESSAGE_BODY_MAX, packBody, unpackBody } from './padded-body.ts'
import { readSealedName } from './sealed-name.ts'

/** Bytes that everything in an envelope but its text may have: the longest name, and room for what later versions add. */
const METADATA_MAX = 512

/** What `countTextBytes` may return at most for a text that fits an envelope, whatever is beside it. */
export const EPOCH_TEXT_MAX = MESSAGE_BODY_MAX - METADATA_MAX

/** Bytes of these that what is said of a file takes at most: a text beside it is so much shorter. */
export const FILE_DETAILS_MAX = 2_560

/** Which message an envelope holds, and whose: bound to it, so that the server can't pass it off as another. */
export interface EpochMessageAddress {
  participantId: string
  id: string
  /** How often the message was edited; none is 0. */
  edit?: number
}

/** A place in what a sender had seen: the newest message when theirs was encrypted. */
export interface SeenMessage {
  seq: number
  participantId: string
  id: string
}

/** What a participant says, and what the others may check it against. */
export interface MessageContent {
  /** What the sender called themselves; null where it can't be shown, and the alias is. */
  name: string | null
  /** When it was encrypted, by the server's clock, Unix milliseconds. */
  at: number
  /** Null where the sender had seen none. */
  seen: SeenMessage | null
  text: string
  /** Absent where it is a text and nothing else. */
  kind?: VoteDetails['kind']
  /** The options of a poll. */
  options?: VoteDetails['options']
  /** Absent where it has no files; empty where it has some, and nothing that they say can be used. */
  files?: readonly MessageFile[]
  /** The `seq` of the message that it answers. */
  replyTo?: number | undefined
}

/** What is in an envelope, or why nothing can be shown. */
export type DecryptedContent =
  | { is: 'text'; content: MessageContent }
  /** A later version made it: it is whole, and what it says is not known here. */
  | { is: 'unknown-kind' }
  | { is: 'unreadable' }

/** Counts the bytes that a text takes in an envelope: UTF-8, and a character more for a line break or a quotation mark. */
export function countTextBytes(text: string): number {
  return byteLength(JSON.stringify(text)) - 2
}

/**
 * Encrypts a message with the sender's own key of an epoch.
 * @returns the envelope
 * @throws RangeError where its text is above `EPOCH_TEXT_MAX`
 */
export async function encryptContent(
  keys: EpochKeys,
  address: EpochMessageAddress,
  { name, at, seen, text, kind, options, replyTo, files }: MessageContent,
): Promise<string> {
  const key = await keys.getKey(`message ${address.participantId}`)
  const fields = {
    kind: kind ?? 'text',
    name,
    at,
    seen,
    edit: address.edit ?? 0,
    text,
    options,
    replyTo,
    files,
  }
  const body = packBody('message', fields)
  return formatPrefix(keys) + (await encryptBytes(key, encodeEnvelopeData(keys, address), body))
}

/** Decrypts an envelope of this epoch. Never throws: what was changed, moved or made by another is `unreadable`. */
export async function decryptContent(
  keys: EpochKeys,
  address: EpochMessageAddress,
  envelope: string,
): Promise<DecryptedContent> {
  const prefix = formatPrefix(keys)
  if (!envelope.startsWith(prefix)) return { is: 'unreadable' }
  const key = await keys.getKey(`message ${address.participantId}`)
  const data = encodeEnvelopeData(keys, address)
  const fields = unpackBody('message', await decryptBytes(key, data, envelope.slice(prefix.length)))
  if (fields === null) return { is: 'unreadable' }
  const vote = fields.kind === 'text' ? {} : await readVote(fields)
  if (vote === null) return { is: 'unknown-kind' }
  const content = fields.edit === (address.edit ?? 0) ? readContent(fields) : null
  if (!content) return { is: 'unreadable' }
  const files = fields.files === undefined ? {} : { files: await readFiles(fields.files) }
  const { replyTo } = fields
  const answer = isCount(replyTo) && replyTo > 0 ? { replyTo } : {}
  return { is: 'text', content: { ...content, ...vote, ...answer, ...files } }
}

/** Returns the epoch that an envelope says it is of; null where it is no envelope of version 2. */
export function readEnvelopeEpoch(envelope: string): number | null {
  const [, epoch] = /^e2\.([1-9]\d{0,3})\./.exec(envelope) ?? []
  return epoch ? Number(epoch) : null
}

/** Few messages are voted on: what reads them is loaded with the first. Where it can't be, their text is still a text. */
function readVote(fields: Record<string, unknown>): Promise<Partial<MessageContent> | null> {
  return import('./read-vote.ts').then(
    (loaded) => loaded.readVote(fields),
    () => ({}),
  )
}

/** Few messages have files, too. */
function readFiles(value: unknown): Promise<readonly MessageFile[]> {
  return import('./read-files.ts').then(
    (loaded) => loaded.readFiles(value),
    () => [],
  )
}

/** Reads fields that whoever has the room key may have made up; null where one is not what it should be. */
function readContent({ name, at, seen, text }: Record<string, unknown>): MessageContent | null {
  const readName = readSealedName(name)
  const readSeen = readSeenMessage(seen)
  if (readName === undefined || readSeen === undefined || !isCount(at)) return null
  if (typeof text !== 'string' || !text.isWellFormed()) return null
  return { name: readName, at, seen: readSeen, text }
}

function readSeenMessage(value: unknown): SeenMessage | null | undefined {
  if (typeof value !== 'object' || value === null) return value === null ? null : undefined
  const { seq, participantId, id }: Partial<Record<string, unknown>> = { ...value }
  return isCount(seq) && isId(participantId) && isId(id) ? { seq, participantId, id } : undefined
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value)
}

function formatPrefix({ epoch }: EpochKeys): string {
  return `e2.${epoch}.`
}

function encodeEnvelopeData(
  { roomId, epoch }: EpochKeys,
  { participantId, id, edit = 0 }: EpochMessageAddress,
): Uint8Array<ArrayBuffer> {
  return encodeLines('e2', roomId, epoch, participantId, id, edit)
}
