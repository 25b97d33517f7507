// What a room needs where messages change, in one file: it is loaded with the first change, or the first message to vote on.

// What disappears and what is read once are as rare, and come with them: one file is less to be named by what is loaded first.
export { hideWhenDue } from '../disappearing/make-hiding.ts'
export { ReadOnce } from '../disappearing/read-once.tsx'
export { takeChangeEvent } from './take-change-event.ts'
export { VoteMessage } from './vote-message.tsx'
