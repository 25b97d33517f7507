import type { Message } from '../../protocol/message.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import type { Format } from '../../protocol/transcript.ts'
import type { Room } from '../room/room.ts'

/** What was said in a room up to the moment of asking, page by page. */
export interface Transcript {
  room: AccountRoom
  pages: AsyncIterable<Message[]>
}

/** Asks a room for its transcript. A room of somebody else is none. */
export async function openTranscript(
  room: DurableObjectStub<Room>,
  accountId: string,
): Promise<Result<Transcript>> {
  const { value, refusal } = await room.readTranscript(accountId, 0)
  if (refusal) return refused(refusal)
  return ok({ room: value.room, pages: readPages(room, accountId, value) })
}

/** One page after the other, never two in memory. What is said while it is read belongs to the next one who asks. */
async function* readPages(
  room: DurableObjectStub<Room>,
  accountId: string,
  first: { room: AccountRoom; messages: Message[] },
): AsyncGenerator<Message[]> {
  const last = first.room.messages
  let { messages } = first
  for (;;) {
    yield messages.filter(({ seq }) => seq <= last)
    const after = messages.at(-1)?.seq ?? last
    if (after >= last) return
    const { value } = await room.readTranscript(accountId, after)
    // Half a transcript must not look like a whole one: the download breaks off.
    if (!value) throw new Error('the room ended while it was read')
    messages = value.messages
  }
}

/** A transcript in a format, a page of it at a time. */
export async function* formatTranscript(transcript: Transcript, format: Format): AsyncGenerator<string> {
  yield format.head(transcript.room)
  let index = 0
  for await (const page of transcript.pages) {
    yield page.map((message) => format.message(message, index++)).join('')
  }
  yield format.tail()
}
