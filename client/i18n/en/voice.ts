/** The texts about voice messages, in English. */
export const voiceTexts = {
  /** The name of its file, without the ending. */
  fileName: 'Voice message',
  recording: 'Recording',
  started: (most: string) => `Recording, up to ${most}. Escape cancels it.`,
  most: (most: string) => `of ${most}`,
  stop: 'Stop',
  cancel: 'Cancel',
  canceled: 'Nothing was recorded.',
  recorded: (length: string) => `Recorded: ${length}. It goes with your message.`,
  full: (most: string) => `${most} is the longest. It was stopped there, and is kept.`,
  tooShort: 'That was too short. Hold the button while you speak, or tap it, speak, and stop.',
  /** Why there is no sound, by what the browser calls it. */
  refusals: {
    NotAllowedError:
      'The microphone is not allowed here. Allow it for this page in your browser’s settings, then record again.',
    NotFoundError: 'No microphone was found. Connect one, then record again.',
    NotReadableError:
      'The microphone can’t be used now: another program may have it. Close that, then record again.',
  } as Partial<Record<string, string>>,
  failed: 'It could not be recorded here. Check your microphone, then record again.',
  own: 'Your voice message',
  from: (name: string) => `Voice message from ${name}`,
  play: (length: string) => `Play, ${length}`,
  pause: 'Pause',
  position: 'Position',
  at: (at: string, length: string) => `${at} of ${length}`,
  unplayed: 'It can’t be played here. It can still be sent.',
  noRecording: 'It says it is a voice message, and can’t be played here. You can save it.',
}
