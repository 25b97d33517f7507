import { type MessageWindow, WINDOW_PAGE } from './message-window.ts'

/** For who goes to a message: what stands on the page where it is there, and a page on either side of it otherwise. */
export function windowAround(seq: number, shown: MessageWindow, newest: number): MessageWindow {
  if (seq >= shown.first && seq <= (shown.last ?? newest)) return shown
  const end = seq + WINDOW_PAGE
  return { first: Math.max(1, seq - WINDOW_PAGE), last: end < newest ? end : null }
}
