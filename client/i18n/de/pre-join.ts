import type { preJoinTexts as English } from '../en/pre-join.ts'

/** The texts of what a room asks before somebody joins, in German. */
export const preJoinTexts: typeof English = {
  passwordTitle: 'Dieser Raum fragt nach einem Passwort',
  passwordText: 'Wer dir den Link geschickt hat, kennt es.',
  passwordWrong:
    'Das ist nicht das Passwort. Achte auf Groß- und Kleinschreibung und versuche es noch einmal.',
  passwordMissing: 'Gib zuerst das Passwort ein.',
  enter: 'Hineingehen',
  nameTitle: 'Dieser Name ist vergeben',
  nameText: (taken: string) =>
    `„${taken}“ ist in diesem Raum vergeben: Jemand heißt so oder hieß so, als etwas gesagt wurde. Ein Name bleibt bei dem, was damit gesagt wurde, auch wenn du es selbst warst. Wähle einen anderen Namen und komm herein.`,
  nameTaken: 'Dieser Name ist vergeben.',
  nameRefusedTitle: 'Dieser Name geht hier nicht',
  nameRefused: (name: string) =>
    `„${name}“ sieht aus wie eine Rolle, wie „Du“ oder wie der Name dieser Website. Wähle einen anderen Namen und komm herein.`,
  nameFaulty: (fault: string) =>
    `Dein Name wurde nicht angenommen. ${fault} Wähle einen anderen und komm herein.`,
  nameStill: 'Dieser Name geht hier nicht.',
  greetingTitle: 'Bevor du hereinkommst',
  greetingText: (isEncrypted: boolean) =>
    isEncrypted
      ? 'Was in diesem Raum gesagt wird, wird aufbewahrt. Alle wählen selbst, wie sie hier heißen.'
      : 'Dieser Raum ist nicht verschlüsselt, und was darin gesagt wird, wird aufbewahrt. Alle wählen selbst, wie sie hier heißen.',
  knockText: 'Nenne einen Namen und klopf an: Ein Host des Raums lässt dich herein.',
  knock: 'Anklopfen',
  fromJoin:
    'Wer später kommt, kann nicht lesen, was vorher gesagt wurde: Du siehst, was ab jetzt gesagt wird.',
  greetingHint: 'Diesen Namen sehen die anderen. Es muss nicht dein richtiger sein.',
  ownGreeting: (isEncrypted: boolean) =>
    isEncrypted
      ? 'Dieser Raum ist deiner und verschlüsselt: Du kannst lesen, was darin gesagt wird, und wer diese Website betreibt, kann es nicht. Deine Gäste sehen das hier und wählen einen Namen.'
      : 'Dieser Raum ist deiner und nicht verschlüsselt: Du kannst lesen, was darin gesagt wird, und wer diese Website betreibt, auch. Deine Gäste sehen das hier und wählen einen Namen.',
  ownWait:
    'Dieser Raum ist deiner und noch nicht offen. Deine Gäste warten hier, bis er öffnet. Du kannst ihn jetzt öffnen.',
  openNow: 'Jetzt öffnen',
  ownRooms: 'Zu deinen Räumen',
  waitTitle: 'Dieser Raum ist noch nicht offen',
  waitText: 'Du bist früh dran. Lass diese Seite offen: Sie lässt dich hinein, sobald der Raum öffnet.',
  lobby: 'Zur Startseite',
  waitTimer: 'Zeit, bis er öffnet',
  waitPassword: 'Du wirst ein Passwort brauchen.',
  opensAt: (time: string) => `Er öffnet: ${time}.`,
}
