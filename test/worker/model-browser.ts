import { makeRoomApi } from '../../client/net/room-api.ts'
import type { Timers } from '../../client/net/timers.ts'
import { hideWhenDue } from '../../client/room/disappearing/make-hiding.ts'
import { lastSeq } from '../../client/room/message-order.ts'
import type { OverReason } from '../../client/room/room-stage.ts'
import type { RoomState } from '../../client/room/room-state.ts'
import { emptyRoom } from '../../client/room/room-state.ts'
import { makeSession, type Session } from '../../client/room/session.ts'
import { takeChangeEvent } from '../../client/room/votes/take-change-event.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { parseFrame } from '../support/check-wire.ts'
import { makeFakeStorage } from '../support/fake-storage.ts'
import { closeDead, cut, type ModelNetwork, ModelSocket, makeNetwork, release } from './model-network.ts'
import { ORIGIN, Person } from './person.ts'

/** Observes what browsers receive, and remembers what the room promised. */
export interface WorldObserver {
  timers: Timers
  /** @param after the cursor that the connection was opened with, null where there was none */
  onEvent(event: RoomEvent, after: number | null): void
  over(browser: ModelBrowser, participantId: string, why: OverReason): void
}

/** What a tab keeps across a reload, and what was typed in it that the room still has to deliver. */
export interface KeptPage {
  /** Sentences typed in one tab arrive in order; those of two tabs in any. */
  stream: string
  kept: Map<string, string>
  owed: Set<string>
}

/** One page of a participant: the client's own session, outbox and state over a line that can be spoilt. */
export class ModelTab {
  readonly state: RoomState = emptyRoom()
  readonly session: Session
  readonly participantId: string
  readonly page: KeptPage
  over: OverReason | null = null
  /** Ids of stored messages that this page said again and has no answer for yet. */
  readonly again = new Set<string>()

  constructor(
    browser: ModelBrowser,
    seat: { roomId: string; participantId: string },
    page: KeptPage,
    observer: WorldObserver,
  ) {
    const { roomId, participantId } = seat
    this.participantId = participantId
    this.page = page
    this.session = makeSession({
      roomId,
      participantId,
      api: browser.api,
      origin: ORIGIN,
      storage: makeFakeStorage(page.kept),
      timers: observer.timers,
      wallNow: observer.timers.now,
      makeSocket: (url) =>
        new ModelSocket(
          browser.network,
          () => browser.person.requestUpgrade(roomId, new URL(url).search),
          (frame) => {
            for (const event of parseFrame(frame)) {
              if (event.event === 'chat.message') this.again.delete(event.data.id)
              observer.onEvent(event, cursorOf(url))
            }
          },
        ),
      random: browser.random,
      latest: this.state,
      mutate: (run) => run(this.state),
      mutateSoon: (run) => run(this.state),
      scheduleFlush: () => {},
      setPending: (entries) => {
        this.state.pending = entries.map((entry) => ({ ...entry }))
      },
      batch: (run) => run(),
      recordServerTime: () => {},
      serverNow: () => null,
      timeLeft: () => null,
      onStatus: (status) => {
        // What was said over a line that is gone is answered to nobody.
        if (status !== 'open') this.again.clear()
      },
      loadListener: () => import('../../client/room/notice-events.ts'),
      loadParts: async () => ({ takeChangeEvent, hideWhenDue }),
      onOver: (why) => {
        if (this.over !== null) return
        this.over = why
        this.session.outbox.discardAll()
        this.session.stopSession()
        observer.over(browser, participantId, why)
      },
    })
  }

  /** The highest `seq` up to which this page has everything. */
  get lastSeq(): number {
    return lastSeq(this.state)
  }
}

/** Somebody with a browser: cookies, a network, and tabs in the room. */
export class ModelBrowser {
  readonly name: string
  readonly person = new Person()
  readonly network: ModelNetwork = makeNetwork()
  readonly api: ReturnType<typeof makeRoomApi>
  readonly random: () => number
  tabs: ModelTab[] = []
  /** Whether the host removed the participant whose token this browser has. */
  isBanned = false
  /** A page that was closed and not opened again: the next one that is opened finds what it kept. */
  parked: KeptPage | null = null
  /** The calls of this browser, one after the other. */
  calls: Promise<unknown> = Promise.resolve()

  constructor(name: string, random: () => number) {
    this.name = name
    this.random = random
    this.api = makeRoomApi({ base: `${ORIGIN}/`, fetch: (input, init) => this.#fetch(input, init) })
  }

  /** The tabs that are in the room. */
  get live(): ModelTab[] {
    return this.tabs.filter((tab) => tab.over === null)
  }

  /** Opens a tab for a seat; `page` is what a reloaded or duplicated tab brings along. */
  open(roomId: string, participantId: string, observer: WorldObserver, page: KeptPage): ModelTab {
    const tab = new ModelTab(this, { roomId, participantId }, page, observer)
    this.tabs.push(tab)
    return tab
  }

  /** Closes a tab as a reload does: what it keeps stays. */
  shut(tab: ModelTab): KeptPage {
    tab.session.stopSession()
    this.tabs = this.tabs.filter((other) => other !== tab)
    return tab.page
  }

  cut(): void {
    cut(this.network)
  }

  offline(): void {
    this.network.up = false
    cut(this.network)
    for (const tab of this.live) tab.session.handleHint('offline')
  }

  online(): void {
    this.network.up = true
    for (const tab of this.live) tab.session.handleHint('online')
  }

  hold(): void {
    this.network.held = true
  }

  release(): void {
    release(this.network)
  }

  closeDead(): void {
    closeDead(this.network)
  }

  async #fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const { network } = this
    if (!network.up) throw new TypeError('the network is down')
    const { cuts } = network
    const url = new URL(input instanceof Request ? input.url : input)
    const body = typeof init?.body === 'string' ? init.body : undefined
    const response = await this.person.fetchResponse(init?.method ?? 'GET', url.pathname + url.search, body)
    const text = await response.text()
    // The room did what it was asked, and nobody here will ever know.
    if (cuts !== network.cuts) throw new TypeError('the answer was lost')
    return new Response(response.status === 204 ? null : text, response)
  }
}

function cursorOf(url: string): number | null {
  const after = new URL(url).searchParams.get('after')
  return after === null ? null : Number(after)
}
