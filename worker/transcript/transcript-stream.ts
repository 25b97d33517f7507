import type { AccountId } from '../../protocol/account.ts'
import type { Message } from '../../protocol/message.ts'
import { ok, type Result } from '../../protocol/refusal.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import type { TranscriptWriter } from '../../protocol/transcript-writer.ts'
import type { RoomStub } from '../stubs/room.ts'

/** The messages of a room up to the moment of the request, page by page. */
export interface Transcript {
  room: AccountRoom
  pages: AsyncIterable<Message[]>
}

/** Opens the transcript of a room. The room of another account is `room-not-found`. */
export async function openTranscript(room: RoomStub, accountId: AccountId): Promise<Result<Transcript>> {
  const first = await room.readTranscript(accountId, 0)
  if (!first.ok) return first
  return ok({ room: first.value.room, pages: readPages(room, accountId, first.value) })
}

/** Writes a transcript in a format, one page at a time. */
export async function* formatTranscript(
  transcript: Transcript,
  format: TranscriptWriter,
): AsyncGenerator<string> {
  yield format.head(transcript.room)
  let index = 0
  for await (const page of transcript.pages) {
    yield page.map((message) => format.message(message, index++)).join('')
  }
  yield format.tail()
}

/** Reads one page after the other, so that no two are in memory. Leaves out messages that are sent while it reads. */
async function* readPages(
  room: RoomStub,
  accountId: AccountId,
  first: { room: AccountRoom; messages: Message[] },
): AsyncGenerator<Message[]> {
  const last = first.room.messages
  let { messages } = first
  for (;;) {
    yield messages.filter(({ seq }) => seq <= last)
    const after = messages.at(-1)?.seq ?? last
    if (after >= last) return
    const page = await room.readTranscript(accountId, after)
    // The download breaks off, so that half a transcript does not look like a whole one.
    if (!page.ok) throw new Error('the room ended while it was read')
    messages = page.value.messages
  }
}
