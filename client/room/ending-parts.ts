// The one file that is loaded when the end comes near: its last words, and the end itself.

export { EndingWarning } from './ending-warning.tsx'
export { RoomEnd } from './room-end.tsx'
