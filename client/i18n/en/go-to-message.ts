/** The texts on the way to a message, in English. */
export const goToMessageTexts = {
  loading: 'Loading the messages up to there…',
  gone: 'That message is from before you came, or is gone.',
  failed: 'That message could not be loaded. Check your connection and try again.',
}
