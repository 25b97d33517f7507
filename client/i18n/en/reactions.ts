import { formatCount, formatList } from '../index.ts'

/** The texts of reactions, in English. */
export const reactionsTexts = {
  title: 'React',
  emoji: 'Emoji',
  /** What each emoji is called, in the order in which they are offered. */
  names: [
    ...['thumbs up', 'thumbs down', 'heart', 'tears of joy', 'smile', 'surprise', 'sadness', 'anger'],
    ...['party', 'thank you', 'applause', 'fire', 'eyes', 'thinking', 'hundred', 'check mark'],
    ...['cross mark', 'star', 'rocket', 'idea', 'wave', 'strength', 'handshake', 'coffee'],
  ],
  words: {
    yes: 'Yes',
    no: 'No',
    thanks: 'Thanks',
    agreed: 'Agreed',
    later: 'Later',
    done: 'Done',
    'on-it': 'On it',
    'plus-one': '+1',
  },
  /** A button under a message: a reaction, and how many gave it. */
  counted: (shown: string, count: number, isMine: boolean) => `${shown} ${count}${isMine ? ', yours' : ''}`,
  others: (count: number) => formatCount(count, { one: 'other reaction', other: 'other reactions' }),
  reactions: 'Reactions',
  you: 'you',
  somebody: 'somebody who left',
  who: (names: readonly string[]) => formatList([...names]),
  asServerCounts: 'As the server counts: it can’t read them.',
  notLoaded: 'You can’t react here: this browser has no key for it.',
  /** Why a reaction failed, by the code of the refusal. */
  failures: {
    'voting-closed': 'Your reaction was not taken: this message takes none any more.',
    'too-many-reactions':
      'Your reaction was not taken: a message has eight of yours, and 24 different ones, at most.',
    'message-not-found': 'Your reaction was not taken: the message is gone.',
  } as Partial<Record<string, string>>,
  failed: 'Your reaction was not taken. Try again.',
}
