/** The texts for somebody who waits at a door, in English. Nothing of the room is known there, not even who is in it. */
export const doorPromptTexts = {
  title: 'You are at the door',
  text: 'A host will let you in. Leave this page open: it takes you in as soon as they do.',
  /** Where nobody decides: the page of a host lets in. */
  byItself: 'The page of a host lets you in by itself, as soon as one is here. Leave this page open.',
  nobody: 'Nobody is in the room right now. A host will find you here once they come.',
  offline: 'You are offline. Once the connection is back you go on waiting.',
  stop: 'Stop waiting',
}
