import type { personDialogTexts as English } from '../en/person-dialog.ts'
import { formatNumber, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts of the dialog about one person, in German. */
export const personDialogTexts: typeof English = {
  role: {
    host: 'Host in diesem Raum.',
    facilitator: 'Die Moderation dieses Raums.',
    participant: '',
  },
  muted: (until: number | null) =>
    until === null
      ? 'Stummgeschaltet, bis ein Host das aufhebt.'
      : `Stummgeschaltet bis ${formatTime(until)}.`,
  ignore: 'Ignorieren',
  ignoreHint: 'Was diese Person sagt, wird eingeklappt, nur auf diesem Gerät. Sie erfährt es nicht.',
  stopIgnoring: 'Nicht mehr ignorieren',
  ignored: (alias: string) => `Du ignorierst ${alias} jetzt.`,
  notIgnored: (alias: string) => `Du ignorierst ${alias} nicht mehr.`,
  actions: {
    'make-host': 'Zum Host machen',
    'take-role': 'Rolle zurücknehmen',
    mute: 'Stummschalten',
    unmute: 'Wieder sprechen lassen',
    'lower-hand': 'Hand senken',
    remove: 'Entfernen',
  },
  muteFor: 'Wie lange stummschalten?',
  minutes: (minutes: number) => `${formatNumber(minutes)} Minuten`,
  untilTold: 'Bis auf Weiteres',
  back: 'Zurück',
  close: 'Schließen',
  done: {
    'make-host': (alias: string) => `${alias} ist jetzt Host.`,
    'take-role': (alias: string) => `${alias} ist nicht mehr Host.`,
    mute: (alias: string) => `${alias} ist stummgeschaltet.`,
    unmute: (alias: string) => `${alias} darf wieder sprechen.`,
    'lower-hand': (alias: string) => `Die Hand von ${alias} ist unten.`,
  },
  refusals: {
    'not-allowed': 'Das dürfen nur Hosts.',
    'last-host': 'Ein Raum braucht einen Host: Mach zuerst jemand anderen zum Host.',
    'participant-not-found': 'Diese Person ist gegangen.',
    'not-signed-in':
      'Du bist abgemeldet. Schließ das hier und melde dich wieder an: Der Knopf ist über dem Nachrichtenfeld.',
  },
}
