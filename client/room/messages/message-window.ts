/** Messages on the page at most. A browser lays all of them out again for each that is added. */
export const WINDOW_MAX = 1_000

/** Messages that stay when a reader of the newest has more than that: each cut moves everything, so it is made seldom. */
export const WINDOW_KEPT = 600

/** Messages that come in at a time at either end, where somebody scrolls there. */
export const WINDOW_PAGE = 100

/** Which messages stand on the page, by `seq`. */
export interface MessageWindow {
  /** None before it. */
  first: number
  /** None after it; null for the newest and all that is still to come. */
  last: number | null
}

/** All there is. */
export const WHOLE_WINDOW: MessageWindow = { first: 1, last: null }

/** Whether two stretches are the same. */
export function isSameWindow(one: MessageWindow, other: MessageWindow): boolean {
  return one.first === other.first && one.last === other.last
}

/** Where messages begin; 1 where there is none. */
export function firstSeq(messages: readonly { seq: number }[]): number {
  return messages[0]?.seq ?? 1
}

/** The messages of a stretch, out of those that are known: ascending by `seq`, without a hole. */
export function messagesInWindow<M extends { seq: number }>(
  messages: readonly M[],
  { first, last }: MessageWindow,
): M[] {
  const oldest = firstSeq(messages)
  return messages.slice(
    Math.max(0, first - oldest),
    last === null ? undefined : Math.max(0, last - oldest + 1),
  )
}

/** For who is at the bottom: the newest, without the oldest where there are too many. */
export function followNewest({ first }: MessageWindow, newest: number): MessageWindow {
  return { first: newest - first < WINDOW_MAX ? first : newest - WINDOW_KEPT + 1, last: null }
}

/** For who reads further up: what is read stays, and what no longer fits below it waits. */
export function holdPosition({ first, last }: MessageWindow, newest: number): MessageWindow {
  const end = first + WINDOW_MAX - 1
  return { first, last: (last ?? newest) > end ? end : last }
}

/** A page more at the top; what is then too much goes at the bottom. */
export function extendUp({ first, last }: MessageWindow, newest: number): MessageWindow {
  return holdPosition({ first: Math.max(1, first - WINDOW_PAGE), last }, newest)
}

/** A page more at the bottom; what is then too much goes at the top. */
export function extendDown({ first, last }: MessageWindow, newest: number): MessageWindow {
  const end = Math.min((last ?? newest) + WINDOW_PAGE, newest)
  return { first: Math.max(first, end - WINDOW_MAX + 1), last: end < newest ? end : null }
}
