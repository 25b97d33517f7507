import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts about what keeps somebody from speaking, in English. */
export const speechLimitTexts = {
  muted: (until: number | null) =>
    until === null
      ? 'You are muted until a host lets you speak.'
      : `You are muted until ${formatTime(until)}.`,
  quiet: 'The room is quiet: only hosts may speak.',
  slow: (seconds: number) => `One message every ${formatDuration(seconds)}.`,
  over: 'You may speak again.',
}
