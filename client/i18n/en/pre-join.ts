/** The texts of what a room asks before somebody joins, in English. */
export const preJoinTexts = {
  passwordTitle: 'This room asks for a password',
  passwordText: 'The person who sent you the link knows it.',
  passwordWrong: 'That is not the password. Check for capital letters and try again.',
  passwordMissing: 'Type the password first.',
  enter: 'Enter',
  nameTitle: 'That name is taken',
  nameText: (taken: string) =>
    `“${taken}” is taken in this room: somebody has this name, or had it when they said something. A name stays with what was said, even if that was you. Choose another name and come in.`,
  nameTaken: 'This name is taken.',
  nameRefusedTitle: 'That name can’t be used here',
  nameRefused: (name: string) =>
    `“${name}” looks like a role, like “You” or like the name of this site. Choose another name and come in.`,
  nameFaulty: (fault: string) => `Your name was refused. ${fault} Choose another one and come in.`,
  nameStill: 'This name can’t be used here.',
  greetingTitle: 'Before you come in',
  greetingText: (isEncrypted: boolean) =>
    `${isEncrypted ? 'What is said in this room' : 'This room is not encrypted, and what is said in it'} is kept. Everyone chooses the name they use here.`,
  knockText: 'Give a name and knock: a host of the room lets you in.',
  knock: 'Knock',
  fromJoin: 'Who comes later can’t read what was said before: you see what is said from now on.',
  greetingHint: 'The others see this name. It doesn’t have to be your real one.',
  ownGreeting: (isEncrypted: boolean) =>
    `This room is yours, and ${
      isEncrypted
        ? 'encrypted: you can read what is said in it, and whoever runs this site can’t.'
        : 'not encrypted: you can read what is said in it, and so can whoever runs this site.'
    } Here your guests see this and choose a name.`,
  ownWait: 'This room is yours, and not open yet. Your guests wait here until it opens. You can open it now.',
  openNow: 'Open it now',
  ownRooms: 'Go to your rooms',
  waitTitle: 'This room is not open yet',
  waitText: 'You are early. Leave this page open: you are let in when the room opens.',
  lobby: 'Go to the lobby',
  waitTimer: 'Time until it opens',
  waitPassword: 'You will need a password.',
  opensAt: (time: string) => `It opens on ${time}.`,
}
