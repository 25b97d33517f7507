import type { Account, Session } from '../../protocol/account.ts'
import type { Result } from '../../protocol/refusal.ts'
import type { RoomId } from '../../protocol/room.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { json } from '../../protocol/transcript.ts'
import { claimRoomId } from '../ids.ts'
import { formatTranscript, type Transcript } from './transcript-stream.ts'

/**
 * Writes everything about an account as one JSON: `{account, sessions, rooms: [{room, messages}]}`. A room that ends before
 * it is read is left out.
 * @param open opens the transcript of a room
 * @throws where a room ends while it is read, so that half a room is never taken for a whole one
 */
export async function* formatExport(
  account: { account: Account; sessions: Session[] },
  rooms: AccountRoom[],
  open: (roomId: RoomId) => Promise<Result<Transcript>>,
): AsyncGenerator<string> {
  yield `${JSON.stringify(account).slice(0, -1)},"rooms":[`
  let isFirst = true
  for (const { roomId } of rooms) {
    const transcript = await open(claimRoomId(roomId))
    if (!transcript.ok) continue
    yield isFirst ? '\n' : ',\n'
    isFirst = false
    yield* formatTranscript(transcript.value, json)
  }
  yield ']}\n'
}
