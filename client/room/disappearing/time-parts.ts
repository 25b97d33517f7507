// What shows how long messages stay, above the message box and below a message, in one file.
export { ChosenTimes } from './chosen-times.tsx'
export { DisappearsIn } from './disappears-in.tsx'
