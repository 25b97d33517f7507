import { formatCount, formatNumber } from '../index.ts'

const countVotes = (votes: number) => formatCount(votes, { one: 'vote', other: 'votes' })

/** The texts of questions and polls, in English. */
export const votesTexts = {
  /** What one can do with the button beside the message box. */
  title: 'More to say',
  ask: 'Ask a question',
  makePoll: 'Make a poll',
  disappear: 'Let messages disappear',
  questions: 'Questions',
  cancel: 'Cancel',
  send: 'Send',
  yourQuestion: 'Your question',
  askHint: 'Others can vote it up, so that the hosts see what most want to know.',
  noQuestion: 'Write the question first.',
  tooLong: 'This is too long for one message. Shorten it.',
  choices: 'Choices',
  choice: (number: number) => `Choice ${formatNumber(number)}`,
  addChoice: 'Add a choice',
  removeChoice: (number: number) => `Remove choice ${formatNumber(number)}`,
  choiceFaults: {
    empty: 'Write a choice: a poll has two or more.',
    long: 'A choice has 200 characters or fewer.',
    unseen: 'Use visible characters only.',
    same: 'You have this choice already.',
  },
  perPerson: 'Each person has',
  oneChoice: 'One choice',
  severalChoices: 'Several',
  question: 'Question',
  answered: 'Answered',
  answeredOne: (question: string) => `Answered: ${question}`,
  voteUp: (votes: number) => `Vote up, ${countVotes(votes)}`,
  poll: 'Poll',
  pollClosed: 'Poll, closed',
  votes: countVotes,
  /** Under a poll. */
  total: (votes: number, isClosed: boolean) =>
    isClosed ? `Final result: ${countVotes(votes)}.` : `${countVotes(votes)}.`,
  several: 'You can choose several.',
  asServerCounts: 'As the server counts: it can’t read the choices.',
  takeBack: 'Take back my vote',
  closePoll: 'Close the poll',
  closed: 'The poll is closed.',
  waiting: 'Your vote is on its way.',
  notLoaded: 'You can’t vote here: this browser has no key for it.',
  /** Why a vote failed, by the code of the refusal. */
  failures: {
    'voting-closed': 'Your vote came too late: voting is closed.',
    'too-many-reactions': 'Your vote was not counted: you can choose eight at most.',
    'message-not-found': 'Your vote was not counted: the message can’t be found.',
  } as Partial<Record<string, string>>,
  failed: 'Your vote was not counted. Choose again.',
  noQuestions: 'No questions yet.',
  earlier: 'Look at earlier messages, too',
}
