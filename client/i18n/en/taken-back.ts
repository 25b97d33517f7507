import type { Parts } from '../index.ts'

/** The texts of taking back somebody's message, and of what stands in the place of one that is gone, in English. */
export const takenBackTexts = {
  ask: {
    title: 'Take back?',
    text: (name: string) =>
      `This message of ${name} will be gone for everyone. A line says that it was taken back.`,
    confirm: 'Take back',
  },
  /** In the place of a message that was taken back. */
  line: {
    you: 'You took a message back.',
    by: <T>(person: T): Parts<T> => [person, ' took a message back.'],
    byHost: <T>(person: T): Parts<T> => ['A host took back a message of ', person, '.'],
    yoursByHost: 'A host took back a message of yours.',
    disappeared: 'A message has disappeared.',
    yoursDisappeared: 'Your message has disappeared.',
  },
}
