// What a room needs where something was voted on, in one file: it is loaded with the first vote, or the first message to vote on.
export { takeVotes } from './take-votes.ts'
export { VoteMessage } from './vote-message.tsx'
