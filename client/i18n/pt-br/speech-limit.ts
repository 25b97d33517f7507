import type { speechLimitTexts as English } from '../en/speech-limit.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts about what keeps somebody from speaking, in Brazilian Portuguese. */
export const speechLimitTexts: typeof English = {
  muted: (until) =>
    until === null
      ? 'Você está em silêncio até um anfitrião deixar você falar.'
      : `Você está em silêncio até ${formatTime(until)}.`,
  quiet: 'A sala está em silêncio: só anfitriões podem falar.',
  slow: (seconds) => `Uma mensagem a cada ${formatDuration(seconds)}.`,
  over: 'Você pode falar de novo.',
}
