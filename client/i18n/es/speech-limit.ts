import type { speechLimitTexts as English } from '../en/speech-limit.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts about what keeps somebody from speaking, in Spanish. */
export const speechLimitTexts: typeof English = {
  muted: (until) =>
    until === null
      ? 'Estás en silencio hasta que un anfitrión te deje hablar.'
      : `Estás en silencio hasta: ${formatTime(until)}`,
  quiet: 'La sala está en silencio: solo pueden hablar los anfitriones.',
  slow: (seconds) => `Un mensaje cada ${formatDuration(seconds)}.`,
  over: 'Puedes hablar de nuevo.',
}
