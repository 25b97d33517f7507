import type { Parts } from '../index.ts'

/** What became of an edit, or of taking back. */
interface FailedChange {
  is: 'edit' | 'take-back'
  failure?: string
}

const FAILURES: Partial<Record<string, string>> = {
  'stale-edit': 'it was edited elsewhere meanwhile.',
  'message-not-found': 'it is gone meanwhile.',
  'message-too-long': 'it is too long.',
  'not-allowed': 'only its author may change it.',
  muted: 'a host has muted you.',
  quiet: 'only hosts may speak now.',
}

/** The texts of what one does with messages: answering, reacting, editing, taking back; in English. */
export const messageActionsTexts = {
  /** Above the message box. @param person null where it is the reader */
  replyingTo: <T>(person: T | null, message: T): Parts<T> => [
    ...['Replying to ', person ?? 'yourself', ': ', message],
  ],
  editing: 'Editing your message',
  cancelReply: 'Don’t reply',
  cancelEdit: 'Don’t edit',
  answeredGone: 'The message you were answering is gone. What you wrote is kept, and is sent without it.',
  editedGone: 'The message you were editing is gone. What you wrote is kept, and is sent as a new one.',
  onItsWay: { edit: 'Saving…', 'take-back': 'Taking back…' },
  sayFailure: ({ is, failure = '' }: FailedChange) => {
    const why = FAILURES[failure]
    const what = is === 'edit' ? 'Your edit was not saved' : 'This was not taken back'
    return why ? `${what}: ${why}` : `${what}. Try again.`
  },
  editAgain: 'Edit again',
  dismiss: 'Dismiss',
  /** A message where it is answered. */
  quote: {
    inReplyTo: 'In reply to ',
    you: 'you',
    /** Between a name and what they said. */
    colon: ': ',
    loading: '…',
    absent: 'a message that can’t be shown here',
    takenBack: 'a message that was taken back',
    disappeared: 'a message that has disappeared',
    readOnce: 'a message to be read once',
    ignored: 'hidden, since you ignore them',
    unreadable: 'a message that can’t be opened with your keys',
    blank: 'a message that shows nothing',
    file: 'a file',
  },
}
