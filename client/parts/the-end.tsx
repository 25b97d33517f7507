// The one file that is loaded when the end comes near: its last words, and the end itself.
export { Ending } from './ending.tsx'
export { LastWords } from './last-words.tsx'
