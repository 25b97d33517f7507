import { createEffect, createSignal } from 'solid-js'
import { createBeforeUnloadGuard } from '../../browser/before-unload-guard.ts'
import type { Reply } from '../../net/http.ts'
import { realTimers } from '../../net/timers.ts'
import { onePerRoom } from '../one-per-room.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { openOwnVotes, recordOwn } from './own-votes.ts'
import { makeVoteQueue, type PendingVote } from './vote-queue.ts'

/** The votes of this participant. */
export interface RoomVotes {
  /** Those of a message that the room has not confirmed; reactive. */
  pendingOf(seq: number): readonly PendingVote[]
  /** Gives a vote, or takes it back. */
  vote(message: RoomMessage, code: string, on: boolean): void
  /** Has a message take no more votes, or take them again. */
  closeVote(seq: number, isClosed: boolean): Promise<Reply<unknown>>
}

/** Returns the votes of a room: one queue for the whole page, made with the first message that is voted on. */
export const votesOf = onePerRoom(createVotes)

function createVotes(room: RoomModel): RoomVotes {
  const [pending, setPending] = createSignal<readonly PendingVote[]>([])
  const own = openOwnVotes(room)
  const queue = makeVoteQueue({
    timers: realTimers,
    onChange: setPending,
    async sendVote(vote) {
      const reply = await room.runCommand(
        (api, id) => {
          const param = { id, seq: String(vote.seq), code: vote.code }
          return vote.on
            ? api.call('PUT /api/rooms/:id/messages/:seq/reactions/:code', { param })
            : api.call('DELETE /api/rooms/:id/messages/:seq/reactions/:code', { param })
        },
        (latest) => recordOwn(latest, vote),
      )
      if (reply.ok) own.shareVote(vote)
      return reply
    },
  })

  createEffect(() => room.connectionStatus() === 'open' && queue.resumeSending())
  createEffect(() => {
    if (room.stage().is !== 'over') return
    queue.stopSending()
    own.stop()
  })
  createBeforeUnloadGuard(() => pending().some(({ state }) => state === 'waiting'))

  return {
    pendingOf: (seq) => pending().filter((vote) => vote.seq === seq),
    vote: ({ seq, kind, choice }, code, on) =>
      queue.giveVote({ seq, code, on, isOnly: kind === 'question' || choice === 'one' }),
    closeVote: (seq, isClosed) =>
      room.runCommand((api, id) => {
        const param = { id, seq: String(seq) }
        return isClosed
          ? api.call('PUT /api/rooms/:id/messages/:seq/closed', { param })
          : api.call('DELETE /api/rooms/:id/messages/:seq/closed', { param })
      }),
  }
}
