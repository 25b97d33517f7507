import type { speechLimitTexts as English } from '../en/speech-limit.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts about what keeps somebody from speaking, in German. */
export const speechLimitTexts: typeof English = {
  muted: (until: number | null) =>
    until === null
      ? 'Du bist stummgeschaltet, bis ein Host das aufhebt.'
      : `Du bist stummgeschaltet bis ${formatTime(until)}.`,
  quiet: 'Im Raum ist Ruhe: Nur Hosts dürfen sprechen.',
  slow: (seconds: number) => `Höchstens eine Nachricht in ${formatDuration(seconds)}.`,
  over: 'Du darfst wieder sprechen.',
}
