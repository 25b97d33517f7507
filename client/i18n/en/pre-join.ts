import { commonWords } from './common.ts'

const { duration } = commonWords

/** What a room asks at its door, in English. */
export const preJoinWords = {
  passwordTitle: 'This room asks for a password',
  passwordText: 'Whoever sent you the link knows it.',
  passwordWrong: 'That is not the password. Look for capital letters and try again.',
  passwordMissing: 'Type the password first.',
  enter: 'Enter',
  nameTitle: 'That name is taken',
  nameText: (taken: string) =>
    `“${taken}” is taken in this room: somebody is called so, or spoke under it and left. It stays with what was said, even if that was you. Choose another name and come in.`,
  nameTaken: 'This one is taken.',
  nameRefusedTitle: 'That name can’t be used here',
  nameRefused: (name: string) =>
    `“${name}” looks like a role, like “You” or like the name of this site. Choose another name and come in.`,
  nameFaulty: (fault: string) => `Your name was refused. ${fault} Choose another one and come in.`,
  nameStill: 'This one can’t be used here.',
  greetingTitle: 'Before you come in',
  greetingText:
    'This room is not encrypted, and what is said in it is kept. Everyone speaks under a name of their own choice.',
  greetingHint: 'What the others see. It need not be your own.',
  ownGreeting:
    'This room is yours, and not encrypted: you can read what is said in it, and so can whoever runs this site. Your guests are told so here, and choose a name.',
  ownWait: 'This room is yours, and not open yet. Your guests wait here until it opens. You may open it now.',
  openNow: 'Open it now',
  ownRooms: 'Go to your rooms',
  waitTitle: 'This room is not open yet',
  waitText: 'You are early. Leave this page open: you are let in when the room opens.',
  lobby: 'Go to the lobby',
  waitTimer: 'Time until it opens',
  waitPassword: 'It will ask for a password.',
  opensAt: (time: string) => `It opens on ${time}.`,
  tooMany: (seconds: number) =>
    `Too many wrong tries: for ${duration(Math.max(1, seconds))} none is looked at, not even the right one.`,
}
