import type { Account, Session } from '../../protocol/account.ts'
import type { Result } from '../../protocol/refusal.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { json } from '../../protocol/transcript.ts'
import { formatTranscript, type Transcript } from './transcript-stream.ts'

/** Everything there is of an account, as one JSON: `{account, sessions, rooms: [{room, messages}]}`. A room that ended before its turn is left out; where one ends while it is read, the export breaks off. */
export async function* formatExport(
  account: { account: Account; sessions: Session[] },
  rooms: AccountRoom[],
  open: (roomId: string) => Promise<Result<Transcript>>,
): AsyncGenerator<string> {
  yield `${JSON.stringify(account).slice(0, -1)},"rooms":[`
  let isFirst = true
  for (const { roomId } of rooms) {
    const { value } = await open(roomId)
    if (!value) continue
    yield isFirst ? '\n' : ',\n'
    isFirst = false
    yield* formatTranscript(value, json)
  }
  yield ']}\n'
}
