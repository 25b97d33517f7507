import type { messageActionsTexts as English } from '../en/message-actions.ts'
import type { Parts } from '../index.ts'

const FAILURES: Partial<Record<string, string>> = {
  'stale-edit': 'Sie wurde inzwischen anderswo bearbeitet.',
  'message-not-found': 'Sie ist inzwischen nicht mehr da.',
  'message-too-long': 'Sie ist zu lang.',
  'not-allowed': 'Ändern darf sie nur, wer sie geschrieben hat.',
  muted: 'Ein Host hat dich stummgeschaltet.',
  quiet: 'Gerade dürfen nur Hosts sprechen.',
}

/** The texts of what one does with messages: answering, reacting, editing, taking back; in German. */
export const messageActionsTexts: typeof English = {
  replyingTo: <T>(person: T | null, message: T): Parts<T> => [
    ...['Antwort an ', person ?? 'dich selbst', ': ', message],
  ],
  editing: 'Du bearbeitest deine Nachricht',
  cancelReply: 'Nicht antworten',
  cancelEdit: 'Nicht bearbeiten',
  answeredGone:
    'Die Nachricht, auf die du antwortest, ist nicht mehr da. Was du geschrieben hast, bleibt und wird ohne sie gesendet.',
  editedGone:
    'Die Nachricht, die du bearbeitest, ist nicht mehr da. Was du geschrieben hast, bleibt und wird als neue gesendet.',
  onItsWay: { edit: 'Wird gespeichert …', 'take-back': 'Wird zurückgenommen …' },
  sayFailure: ({ is, failure = '' }) => {
    const why = FAILURES[failure]
    const what =
      is === 'edit' ? 'Deine Änderung wurde nicht gespeichert' : 'Die Nachricht wurde nicht zurückgenommen'
    return why ? `${what}: ${why}` : `${what}. Versuche es noch einmal.`
  },
  editAgain: 'Noch einmal bearbeiten',
  dismiss: 'Ausblenden',
  quote: {
    inReplyTo: 'Antwort auf: ',
    you: 'du',
    colon: ': ',
    loading: '…',
    absent: 'eine Nachricht, die hier nicht gezeigt werden kann',
    takenBack: 'eine Nachricht, die zurückgenommen wurde',
    disappeared: 'eine Nachricht, die verschwunden ist',
    readOnce: 'eine einmal lesbare Nachricht',
    ignored: 'verborgen, weil du diese Person ignorierst',
    unreadable: 'eine Nachricht, die sich mit deinen Schlüsseln nicht öffnen lässt',
    blank: 'eine Nachricht, die nichts zeigt',
    file: 'eine Datei',
  },
}
