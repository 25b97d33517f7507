import { formatDuration, formatNumber, pickPlural } from '../index.ts'

/** The texts of a room's menu and dialogs, in English. */
export const roomToolsTexts = {
  keep: 'Keep it',
  stay: 'Stay',
  /** Sentences for refusals, by code, where the usual ones don't fit. */
  refusals: {
    'not-allowed': 'Only a host may do that.',
    'not-signed-in': 'You are logged out. Close this, and log in again: the button is above the message box.',
    'host-present': 'A host was here within the last two minutes. Try again in a moment.',
    'not-away': 'They are back, or were here a moment ago: their seat stays theirs.',
  },
  destroy: {
    title: 'Destroy this room?',
    text: 'Everyone is sent out at once, and every message is deleted. This can’t be undone.',
    transcript: 'The transcript for its facilitator is deleted, too.',
    confirmLabel: 'Destroy',
  },
  leave: {
    title: 'Leave this room?',
    draft: 'What you wrote is not sent yet and will be lost.',
    waiting: (count: number) =>
      pickPlural(count, {
        one: 'One message is not sent yet and will be lost.',
        other: `${formatNumber(count)} messages are not sent yet and will be lost.`,
      }),
    handOver: 'Whom you choose is the host then.',
    longest: 'Whoever has been here longest is the host then.',
    heir: 'Hand the room to',
    seat: 'Your seat becomes free. Only an open link lets you, or anyone else, come in again.',
    locked: 'The door is locked: you can’t come back before the host unlocks it.',
    confirmLabel: 'Leave',
  },
  remove: {
    title: (alias: string) => `Remove ${alias}?`,
    text: 'They are sent out at once, and can’t come back with the same seat. What they said stays.',
    sameLink: 'The link they have lets them in again, under another name, until the door is locked.',
    locked: 'The door is locked: the link they have does not let them in again.',
    lock: 'Lock the door first',
    lockHint: 'Then nobody else can come in, until you unlock it in this room’s menu.',
    confirmLabel: 'Remove',
    cancelLabel: 'Let them stay',
    done: (alias: string, locked: boolean) =>
      locked ? `The door is locked, and ${alias} was removed.` : `${alias} was removed.`,
  },
  away: {
    title: 'Away, with a seat',
    list: 'People who are away',
    about: (alias: string, since: string) => `${alias}: ${since}.`,
    since: (time: string) => `away since ${time}`,
    soon: 'You can free this seat after a minute.',
    freeOne: (alias: string) => `Free the seat of ${alias}`,
    ask: (alias: string) => `Free the seat of ${alias}?`,
    text: 'Their seat goes to the next person who comes. They are not removed: with an open link they can come back while there is a seat. What they said stays.',
    confirmLabel: 'Free seat',
    cancelLabel: 'Keep it for them',
    done: (alias: string) => `The seat of ${alias} is free.`,
  },
  menu: 'This room',
  becomeHost: 'Become host',
  noHost: 'No host is here.',
  nowHost: 'You are the host now.',
  rules: {
    open: 'Rules of this room',
    quiet: 'Quiet',
    quietHint: 'Only hosts speak.',
    files: 'Files and pictures',
    filesHint: 'People can send them here.',
    slow: 'One message every',
    off: 'Off',
    seconds: (seconds: number) =>
      seconds < 60 ? `${formatNumber(seconds)} s` : `${formatNumber(seconds / 60)} min`,
    done: 'Done',
  },
  ends: (when: string) => `Burns at ${when}.`,
  closes: (when: string) => `Closes at ${when}.`,
  endsSliding: (lifetime: number) => `Burns ${formatDuration(lifetime)} after the last message.`,
  lock: 'Lock the door',
  lockHint: 'Nobody else can come in. Those who are here stay.',
  door: {
    label: 'They knock first',
    hint: 'Whoever comes by the link waits at the door until a host lets them in.',
    fromJoin: 'They can’t read what was said before.',
    noLink: 'The link is closed: there is none by which anybody could come to the door.',
    refusals: {
      'password-required':
        'This browser does not know the password of the link. Make a new link first, then open the door.',
      'keys-not-kept':
        'Your browser keeps no keys here: after a reload you could let nobody in. Use an ordinary window instead of a private one.',
      'wrong-link': 'Somebody at the door came by another link, and could not be let in.',
    },
  },
  /** In everybody's menu, where what is said of the keys does not say it. */
  fromJoin: 'Who comes later can’t read what was said before.',
  shareLink: 'Link and QR code',
  rename: {
    change: 'Change name',
    done: (alias: string) => `You are ${alias} now.`,
    /** Sentences for refusals, by code, where the usual ones don't fit. */
    refusals: {
      'alias-taken': 'Somebody here has that name, or spoke under it. Choose another.',
      'invalid-request': 'That looks like a role, like “You” or like the name of this site. Choose another.',
    },
  },
  safety: {
    title: 'Safety words',
    text: 'Read these five words to one another, on the phone for example. The same words mean the same link: nobody is in between.',
    show: 'Show the safety words',
    busy: 'One moment…',
    failed: 'They could not be loaded. Check your connection and try again.',
    /** The numbers of the words follow. */
    numbers: 'For somebody who reads another language, as numbers:',
  },
  /** Where words belong to a person, and not to the link. */
  safetyOfPeople: {
    text: 'Each person has five words of their own. Call or meet the other: they read out theirs, then you read out yours. If both see the same words here, nobody is in between. They stay the same while somebody keeps their seat, so once is enough.',
    list: 'Safety words of the people here',
    you: 'you',
    show: 'Show the words',
    showOf: (alias: string) => `Show the words of ${alias}`,
    showOwn: 'Show your own words',
    noKey: 'No words: their key could not be read.',
  },
  build: {
    /** The command follows. */
    check: (version: string, commit: string | null, isChanged: boolean) =>
      `Version ${version}, ${commit === null ? 'of no known commit' : `commit ${commit}`}${isChanged ? ', changed since' : ''}: check it from a computer of yours with`,
    unknown: 'This page does not say which version it is of.',
  },
  privacy: 'What stays private, and what can’t',
  keptInEu: 'Kept in the EU: the platform runs this room there, and stores there what it has of it.',
  removables: 'People you can remove',
  removablesTitle: 'Who is here',
  removeOne: (alias: string) => `Remove ${alias}`,
  share: {
    title: 'Invite to this room',
    two: 'The link lets one more person in.',
    some: 'Anyone with the link can come in while there is a seat.',
    full: 'Every seat is taken: the link lets somebody in once one is free.',
    free: 'In the menu you can free the seat of somebody who is away.',
    locked: 'The door is locked: nobody else can come in before it is unlocked.',
    password: 'They will need the password too.',
    code: 'QR code of the link to this room',
    scan: 'Or point a phone’s camera at this code.',
    tooLong: 'The link is too long for a QR code.',
    system: 'Share…',
  },
}
