import type { TranscriptFile } from '../../protocol/answers.ts'
import type { Message } from '../../protocol/message.ts'
import type { WrittenMessage } from '../../protocol/transcript-writer.ts'
import { readEnvelopeEpoch } from '../crypto/epoch-envelope.ts'
import type { EpochKeyring } from '../crypto/epoch-keyring.ts'
import { deriveReactionCodes, type ReactionChoice } from '../crypto/reaction-code.ts'
import { hasNothingToDecrypt } from '../room/has-nothing-to-decrypt.ts'
import { findLookAlikes, keyOfName, type NameRules, type ShownName } from '../room/look-alikes.ts'
import type { RoomMessage } from '../room/room-state.ts'
import type { FaultTexts, OpenedTranscript } from './decrypt-transcript.ts'

/** Messages decrypted at once. */
const SLICE = 200

/**
 * Decrypts the transcript of a room whose keys rotate. The name in an envelope takes the alias's place. The alias stays
 * beside it where a reader may take the name for another's, and where somebody had several names. What can't be decrypted,
 * came before under the same sender and id, or never was encrypted, is marked.
 * @returns the transcript as it would be of a readable room, and how many messages are marked
 */
export async function decryptRotatingTranscript(
  { room, messages }: TranscriptFile,
  { keyring, rules, texts }: { keyring: EpochKeyring; rules: NameRules; texts: FaultTexts },
): Promise<OpenedTranscript> {
  const seen = new Set<string>()
  const decrypted: RoomMessage[] = []
  for (let start = 0; start < messages.length; start += SLICE) {
    const slice = messages.slice(start, start + SLICE).map((message) => {
      const address = `${message.participantId} ${message.id}`
      const isRepeated = seen.has(address)
      seen.add(address)
      return isRepeated ? { ...message, opened: 'unreadable' as const } : openMessage(keyring, message)
    })
    decrypted.push(...(await Promise.all(slice)))
  }
  const marked = decrypted.filter((message) => message.opened !== undefined)
  for (const message of marked) {
    message.text = message.opened === 'plain' ? texts.plain(message.text) : texts.unreadable
  }
  tellApart(decrypted, rules)
  const written = decrypted.map(({ attached, ...message }): WrittenMessage => {
    // Whoever is given the transcript is not given what opens the files in the room's storage.
    const named = attached?.map(({ id, name, type, size }) => ({ id, name, type, size }))
    return named ? { ...message, attached: named } : message
  })
  // Of what an envelope claims, only what the room says belongs to its message: nobody hides or repeats another's file.
  const files = decrypted.flatMap(({ attached = [], files: own = [], seq }) =>
    attached.filter(({ id }) => own.includes(id)).map((file) => ({ seq, file })),
  )
  return { transcript: { room, messages: written }, marked: marked.length, files }
}

async function openMessage(keyring: EpochKeyring, stored: Message): Promise<RoomMessage> {
  if (hasNothingToDecrypt(stored)) return stored
  // What the server says of a poll, which it can't have read, counts as nothing.
  const message = { ...stored, kind: undefined, options: undefined }
  const opened = await keyring.decryptMessage(message, message.text)
  if (opened.is === 'plain') return { ...message, opened: 'plain' }
  if (opened.is !== 'text') return { ...message, opened: 'unreadable' }
  const { name, text, kind, options, files } = opened.content
  const read: RoomMessage = {
    ...message,
    text,
    kind,
    options,
    ...(kind && (await readTally(keyring, message, options))),
  }
  if (files) read.attached = files
  return name === null ? read : { ...read, sender: name, animal: message.sender }
}

/** Counts the votes as a readable room does: under the places of the options, from `0`. Codes that mean none count as nothing. */
async function readTally(
  keyring: EpochKeyring,
  message: Message,
  options: Message['options'] = [''],
): Promise<Pick<Message, 'reactions'>> {
  const { reactions } = message
  const keys = keyring.getEpoch(readEnvelopeEpoch(message.text) ?? 0)
  if (!reactions || !keys) return {}
  const choices = options.map((_, at): ReactionChoice => `option:${at}`)
  const codes = await deriveReactionCodes(keys, message, choices)
  const counts = choices.map((choice, at) => [at, reactions[codes.get(choice) ?? ''] ?? 0] as const)
  return { reactions: Object.fromEntries(counts.filter(([, count]) => count > 0)) }
}

/** Puts the alias behind each name that does not tell by itself whose it is. */
function tellApart(messages: readonly RoomMessage[], rules: NameRules): void {
  const names = messages.map(toShownName)
  const lookAlikes = findLookAlikes(names, rules)
  const namesOf = new Map<string, Set<string>>()
  for (const { participantId, name } of names)
    namesOf.set(participantId, (namesOf.get(participantId) ?? new Set()).add(name))
  for (const [index, message] of messages.entries()) {
    const shown = names[index]
    if (shown === undefined || message.animal === undefined) continue
    const hasSeveral = (namesOf.get(shown.participantId)?.size ?? 0) > 1
    if (hasSeveral || lookAlikes.has(keyOfName(shown))) message.sender = `${shown.name} (${message.animal})`
  }
}

function toShownName({ participantId, sender, animal }: RoomMessage): ShownName {
  return { participantId, name: sender, animal }
}
