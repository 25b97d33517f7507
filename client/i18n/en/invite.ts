import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ weekday: 'short', hour: 'numeric', minute: '2-digit' })

/** The texts of a room in which nobody else is yet, in English. */
export const inviteTexts = {
  aloneText: (capacity: number | null): string =>
    capacity === 2
      ? 'Send this link to the person you want to talk to. It lets one more person in.'
      : 'Send this link to the people you want to talk to.',
  aloneFull: 'Every seat of this room is taken. People who have one and are away can come back by this link.',
  early: 'You are the first. The others use the same link.',
  alonePassword: 'They will need the password too.',
  /** The time of the room does not run yet. @param until when the room ends if nobody else comes */
  waits: (until: number) =>
    `The fuse is lit when the second one is here. The room waits until ${formatTime(until)}.`,
  fixed: 'The room ends when the time is up.',
  sliding: (lifetime: number) => `The room burns ${formatDuration(lifetime)} after the last message.`,
}
