import type { speechLimitTexts as English } from '../en/speech-limit.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts about what keeps somebody from speaking, in French. */
export const speechLimitTexts: typeof English = {
  muted: (until: number | null) =>
    until === null
      ? 'Vous n’avez pas la parole, jusqu’à ce qu’un hôte vous la rende.'
      : `Vous n’avez pas la parole jusqu’à ${formatTime(until)}.`,
  quiet: 'Le salon est silencieux : seuls les hôtes peuvent parler.',
  slow: (seconds: number) => `${formatDuration(seconds)} entre deux messages.`,
  over: 'Vous pouvez de nouveau parler.',
}
