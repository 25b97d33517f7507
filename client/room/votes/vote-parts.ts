// What a room needs where messages change, in one file: it is loaded with the first change, or the first message to vote on.
export { takeChangeEvent } from './take-change-event.ts'
export { VoteMessage } from './vote-message.tsx'
