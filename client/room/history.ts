import { HISTORY } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import { type Reply, waitOf } from '../net/http.ts'
import type { RoomApi } from '../net/room-api.ts'
import type { Timers } from '../net/timers.ts'
import { addNewest, lastSeq, prependPage } from './message-order.ts'
import type { RoomState } from './room-state.ts'

/** Milliseconds until a page of missing messages that didn't come is asked for again. */
export const HISTORY_RETRY_DELAY = 2_000

interface HistoryOptions {
  roomId: string
  api: RoomApi
  timers: Timers
  latest: RoomState
  mutate(run: (latest: RoomState) => void): void
  batch(run: () => void): void
  /** Decrypts messages in place, before they are shown. */
  decrypt(messages: Message[]): Promise<void>
  /** The room has these messages of this participant. */
  confirmDelivery(ids: readonly string[]): void
}

/** What the room answers to who asks for messages. */
export type Page = Awaited<ReturnType<RoomApi['fetchMessages']>>
/** Which messages are asked for: how many before or after a `seq`. */
export type PageQuery = NonNullable<Parameters<RoomApi['fetchMessages']>[1]>

/** What loads messages that the page does not have. */
export interface History {
  /** Asks for the messages that are missing, until none is. */
  fillGap(): Promise<void>
  /**
   * Loads the page before the oldest message. Who asks while one is on its way waits for that one.
   * @param limit messages of it at most
   */
  loadOlder(limit?: number): Promise<void>
  /** Returns a page of messages, decrypted. They are not put among the others. */
  fetchPage(query: PageQuery): Promise<Page>
  /** Returns one message, decrypted; null where it can't be had. It is not put among the others. */
  fetchMessage(seq: number): Promise<Message | null>
  stop(): void
}

/** Fetches the pages of messages that did not come by themselves. */
export function makeHistory(options: HistoryOptions): History {
  const { roomId, api, timers, latest, mutate, decrypt } = options
  let isStopped = false
  let isFilling = false
  let paging: Promise<void> | null = null

  /** Waits until a page is worth asking for again: for as long as the room asks, where it does. */
  function waitToRetry({ refusal }: Reply<unknown>): Promise<void> {
    const ms = Math.max(HISTORY_RETRY_DELAY, waitOf(refusal))
    return new Promise((resolve) => timers.after(ms, () => resolve()))
  }

  async function fetchPage(query: PageQuery): Promise<Page> {
    const reply = await api.fetchMessages(roomId, query)
    if (reply.ok) await decrypt(reply.value.messages)
    return reply
  }

  async function loadPage(limit: number) {
    const before = latest.messages[0]?.seq
    if (before === undefined || latest.complete) return
    let reply = await fetchPage({ before, limit })
    // Who reads back fast through long messages waits a moment, and asks once more.
    if (reply.refusal?.code === 'slow-down') {
      await waitToRetry(reply)
      if (!isStopped) reply = await fetchPage({ before, limit })
    }
    const messages = reply.value?.messages
    if (messages && !isStopped) mutate((latest) => prependPage(latest, messages))
  }

  return {
    async fillGap() {
      if (isFilling) return
      isFilling = true
      let more = true
      while (more && !isStopped) {
        // A client that has none yet wants the newest, as a welcome brings them.
        const after = lastSeq(latest)
        const query = after === 0 ? { limit: HISTORY.default } : { after, limit: HISTORY.max }
        const reply = await api.fetchMessages(roomId, query)
        if (isStopped) return
        if (reply.ok) {
          const { messages, lastSeq } = reply.value
          void decrypt(messages)
          options.batch(() => {
            mutate((latest) => {
              const report = addNewest(latest, messages, lastSeq)
              more = report.missing !== null && messages.length > 0
              options.confirmDelivery(report.delivered)
            })
          })
        } else await waitToRetry(reply)
      }
      isFilling = false
    },
    loadOlder(limit = HISTORY.default) {
      paging ??= loadPage(limit).finally(() => {
        paging = null
      })
      return paging
    },
    fetchPage,
    async fetchMessage(seq) {
      const { value } = await fetchPage({ after: seq - 1, limit: 1 })
      const [message] = value?.messages ?? []
      return message?.seq === seq ? message : null
    },
    stop() {
      isStopped = true
    },
  }
}
