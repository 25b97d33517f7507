import { ok } from '../../../protocol/refusal.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomState } from '../room-state.ts'
import { currentChange } from './current-change.ts'
import type { GivenVote } from './vote-queue.ts'

/** What one tab tells the others of this browser. */
interface StoredVote {
  participantId: string
  vote: GivenVote
}

/** The votes that this participant gave, here and in other tabs of this browser. */
export interface OwnVotes {
  /** Tells the other tabs of a vote that the room has stored. */
  shareVote(vote: GivenVote): void
  /** Listens no more: the room is over. */
  stop(): void
}

/** The room tells everybody of a tally, and nobody whose a vote is: so the tabs of a browser tell each other of their own. */
export function openOwnVotes(room: Pick<RoomModel, 'state' | 'runCommand'>): OwnVotes {
  const me = () => room.state.me?.participantId
  const channel = new BroadcastChannel(`private-chat.votes.${room.state.room?.roomId}`)
  let isStopped = false
  channel.onmessage = ({ data }: MessageEvent<StoredVote>) => {
    // Stored already by the other tab: nothing is asked of the room.
    if (data.participantId === me())
      void room.runCommand(
        async () => ok(),
        (latest) => recordOwn(latest, data.vote),
      )
  }
  return {
    shareVote(vote) {
      const participantId = me()
      // The answer to a vote may come after the end.
      if (participantId !== undefined && !isStopped)
        channel.postMessage({ participantId, vote } satisfies StoredVote)
    },
    stop() {
      isStopped = true
      channel.close()
    },
  }
}

/** Notes a vote of one's own that the room has stored. */
export function recordOwn(latest: RoomState, { seq, code, on, isOnly }: GivenVote): void {
  const message = latest.messages.find((one) => one.seq === seq)
  if (!message) return
  const change = currentChange(message, latest.changes)
  const others = isOnly ? [] : change.mine.filter((one) => one !== code)
  latest.changes = { ...latest.changes, [seq]: { ...change, mine: on ? [...others, code] : others } }
}
