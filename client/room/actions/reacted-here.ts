import { createSignal } from 'solid-js'

const [seqs, setSeqs] = createSignal<ReadonlySet<number>>(new Set())

/** Whether somebody has reacted to a message on this page: then it is shown before the room has told of it. Reactive. */
export function isReactedHere(seq: number): boolean {
  return seqs().has(seq)
}

/** Notes that somebody reacts to a message. */
export function noteReaction(seq: number): void {
  setSeqs((known) => new Set([...known, seq]))
}
