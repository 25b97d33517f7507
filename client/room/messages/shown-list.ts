import type { RoomModel } from '../room-model.ts'
import type { MessageWindow } from './message-window.ts'

/** What the message list lets others do with it. */
export interface ShownList {
  room: RoomModel
  /** What scrolls. */
  log: HTMLElement
  /** Which messages stand on the page. */
  shown(): MessageWindow
  /** Puts others there. */
  show(next: MessageWindow): void
  /** Puts the newest there, at the bottom. */
  goToBottom(): void
}

let shownList: ShownList | null = null

/** Makes a list the one that is on the page. Returns what takes it away again. */
export function registerList(list: ShownList): () => void {
  shownList = list
  return () => {
    if (shownList === list) shownList = null
  }
}

/** Returns the list that is on the page; null where none is. */
export function findShownList(): ShownList | null {
  return shownList
}
